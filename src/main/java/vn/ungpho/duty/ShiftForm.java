package vn.ungpho.duty;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.ungpho.input.Entered;
import vn.ungpho.input.Field;
import vn.ungpho.input.InputForm;
import vn.ungpho.input.Refusal;
import vn.ungpho.organisation.People;
import vn.ungpho.organisation.Person;

/** What one enters of a shift. Times without offset are Vietnamese. */
@Component
class ShiftForm {

    static final Field<String> GROUP = Field.line("group", 64).required();
    static final Field<String> ACCOUNT = Field.line("account", 64).required();
    static final Field<Integer> ORDER = Field.integer("order", 1, 9);
    static final Field<Instant> STARTS = Field.instant("startsAt").required();
    static final Field<Instant> ENDS = Field.instant("endsAt").required();
    static final InputForm FORM = InputForm.of(GROUP, ACCOUNT, ORDER, STARTS, ENDS);

    /** Longer is a slip in the date: nobody is on duty for more than a month. */
    private static final Duration LONGEST = Duration.ofDays(31);

    private final People people;

    ShiftForm(People people) {
        this.people = people;
    }

    /** @throws Refusal (400, 422) naming the field */
    Shift read(Entered entered) {
        String group = entered.the(GROUP);
        String account = entered.the(ACCOUNT);
        Instant from = entered.the(STARTS);
        Instant to = entered.the(ENDS);
        if (!from.isBefore(to)) {
            throw Refusal.againstRule(ENDS.name(), "duty.order");
        }
        if (Duration.between(from, to).compareTo(LONGEST) > 0) {
            throw Refusal.againstRule(ENDS.name(), "duty.long", LONGEST.toDays());
        }
        Person person = people.person(account)
                .filter(known -> people.groupsOf(account).contains(group))
                .orElseThrow(() -> Refusal.againstRule(ACCOUNT.name(), "duty.notOfGroup", account, group));
        return new Shift(
                UUID.randomUUID(),
                group,
                person.id(),
                person.name(),
                entered.get(ORDER).orElse(1),
                from,
                to);
    }
}
