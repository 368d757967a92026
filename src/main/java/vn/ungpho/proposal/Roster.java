package vn.ungpho.proposal;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.ungpho.incident.Incident;
import vn.ungpho.incident.Report;
import vn.ungpho.input.Refusal;
import vn.ungpho.organisation.Organisation;
import vn.ungpho.organisation.Role;
import vn.ungpho.organisation.Unit;

/** Who there is to be consulted and to be called up, by the organisation of today; and what is proposed unless changed. */
@Component
class Roster {

    static final String UNITS = "consultedUnits";

    private static final List<String> PRESET_UNITS = List.of("PTTH", "TTDN");

    /** After the Ministry's own precedent, Decision 1302/QĐ-BTTTT of 26/8/2021. */
    private static final String PRESET_SEATS = "LEADER:ministryLeader,STANDING_DEPUTY:pressDirector,DEPUTY:unitPTTH,"
            + "MEMBER:ministryOffice,LEGAL:unitPC,MEMBER:unitTTCS,MEMBER:unitTTDN,MEMBER:unitATTT,"
            + "SECRETARY:pressOfficer";

    private static final int PRESET_TERM = 10;

    /** They control, look after the machinery, or watch: they take part in nothing. */
    private static final Set<String> NEVER_SIT =
            Set.of(Role.AUDITOR.group(), Role.ADMINISTRATOR.group(), Role.DUTY_OFFICER.group());

    private final Organisation organisation;

    Roster(Organisation organisation) {
        this.organisation = organisation;
    }

    /** @throws Refusal (400) on {@code consultedUnits} */
    List<String> units(String entered) {
        List<String> codes = Arrays.stream(entered.split(","))
                .map(String::strip)
                .filter(code -> !code.isEmpty())
                .toList();
        if (codes.isEmpty()) {
            throw Refusal.badInput(UNITS, "proposal.units.none");
        }
        Set<String> known = codes();
        Set<String> seen = new HashSet<>();
        codes.forEach(code -> {
            if (!known.contains(code)) {
                throw Refusal.badInput(UNITS, "proposal.unit", code);
            }
            if (!seen.add(code)) {
                throw Refusal.badInput(UNITS, "proposal.unit.repeated", code);
            }
        });
        return codes;
    }

    /** @throws Refusal (400) on {@code members} */
    List<Seat> seats(String entered) {
        Set<String> known = codes();
        return Seats.read(entered, group -> maySit(group, known));
    }

    /**
     * What no longer exists under the organisation of today is left out, and whoever is the subject is not asked: nobody
     * there may answer, and silence would count as agreed.
     */
    Content preset(Incident incident) {
        return new Content(
                null,
                null,
                presetUnits().stream()
                        .filter(unit -> !isSubject(unit, incident.report()))
                        .toList(),
                presetSeats(),
                PRESET_TERM,
                Urgency.at(incident.level()));
    }

    List<String> presetUnits() {
        Set<String> known = codes();
        return PRESET_UNITS.stream().filter(known::contains).toList();
    }

    List<Seat> presetSeats() {
        Set<String> known = codes();
        return Seats.of(PRESET_SEATS).stream()
                .filter(seat -> maySit(seat.group(), known))
                .toList();
    }

    private static boolean isSubject(String unit, Report report) {
        return report.measures().officialInvolved() && unit.equals(report.ownerUnit());
    }

    private static boolean maySit(String group, Set<String> unitCodes) {
        if (NEVER_SIT.contains(group)) {
            return false;
        }
        return Role.groups().contains(group)
                || unitCodes.stream().map(Unit::groupOf).anyMatch(group::equals);
    }

    private Set<String> codes() {
        return organisation.units().stream().map(Unit::code).collect(Collectors.toSet());
    }
}
