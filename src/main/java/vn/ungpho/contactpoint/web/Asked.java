package vn.ungpho.contactpoint.web;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import vn.ungpho.contactpoint.Coverages;
import vn.ungpho.contactpoint.RegisterList;
import vn.ungpho.input.Text;
import vn.ungpho.organisation.Organisation;

/** What an address asks of the register. What is out of reach is brought back into it: an address is no form. */
@Component
class Asked {

    private static final int LAST_PAGE = 100_000;
    private static final int LONGEST_SEARCH = 100;

    private final Organisation organisation;

    Asked(Organisation organisation) {
        this.organisation = organisation;
    }

    RegisterList.Search search(LocalDate day, int level, String q, boolean missing, int page) {
        String words = Text.line(q);
        return new RegisterList.Search(
                day(day),
                Math.max(0, Math.min(level, Coverages.LEVELS)),
                words.substring(0, Math.min(LONGEST_SEARCH, words.length())),
                missing,
                Math.max(0, Math.min(page, LAST_PAGE)));
    }

    /** Today unless a day of this or the last century is named. */
    LocalDate day(LocalDate day) {
        return day == null || day.getYear() < 1900 || day.getYear() > 2099 ? organisation.today() : day;
    }
}
