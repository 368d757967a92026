package vn.ungpho.reorganisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ungpho.audit.Changes;
import vn.ungpho.engine.Caller;
import vn.ungpho.engine.WaitingTasks;
import vn.ungpho.input.CsvFile;
import vn.ungpho.input.Refusal;
import vn.ungpho.input.Words;
import vn.ungpho.organisation.Names;
import vn.ungpho.organisation.Organisation;
import vn.ungpho.organisation.Role;

/** Who holds which office from when to when, all or nothing. One office has one holder at a time. */
@Service
public class OfficeImport {

    private final UnitTable units;
    private final OfficeTable table;
    private final WaitingTasks waiting;
    private final Organisation organisation;
    private final Names names;
    private final Changes changes;
    private final Words words;

    OfficeImport(
            UnitTable units,
            OfficeTable table,
            WaitingTasks waiting,
            Organisation organisation,
            Names names,
            Changes changes,
            Words words) {
        this.units = units;
        this.table = table;
        this.waiting = waiting;
        this.organisation = organisation;
        this.names = names;
        this.changes = changes;
        this.words = words;
    }

    private record Key(String office, String account, LocalDate from) {

        static Key of(Office.Holder holder) {
            return new Key(holder.office(), holder.account(), holder.from());
        }
    }

    /** Offices and holders as they are or as they would be. */
    private record State(Map<String, Office> offices, Map<Key, Office.Holder> holders) {

        State with(Collection<OfficeFile.Row> rows) {
            State after = new State(new LinkedHashMap<>(offices), new LinkedHashMap<>(holders));
            rows.forEach(row -> {
                after.offices.put(row.office().code(), row.office());
                if (row.holder() != null) {
                    after.holders.put(Key.of(row.holder()), row.holder());
                }
            });
            return after;
        }

        /** Account and group, by the offices held on a day. */
        Set<List<String>> memberships(LocalDate day) {
            return holders.values().stream()
                    .filter(holder -> holder.holdsOn(day))
                    .filter(holder -> offices.get(holder.office()).isValidOn(day))
                    .map(holder -> List.of(
                            holder.account(), offices.get(holder.office()).group()))
                    .collect(Collectors.toSet());
        }
    }

    /** @throws Refusal 403 for others than administrators, 400 naming each wrong line */
    @Transactional(readOnly = true)
    public OfficePreview preview(byte[] content, Caller caller) {
        caller.require(Role.ADMINISTRATOR);
        List<OfficeFile.Row> rows = OfficeFile.read(content);
        State before = state();
        return preview(rows, before, checked(rows, before));
    }

    /** @throws Refusal as {@link #preview}; then nothing is changed */
    @Transactional
    public OfficePreview apply(byte[] content, Caller caller) {
        caller.require(Role.ADMINISTRATOR);
        units.lock();
        List<OfficeFile.Row> rows = OfficeFile.read(content);
        State before = state();
        State after = checked(rows, before);
        OfficePreview preview = preview(rows, before, after);
        List<Office> offices = changedOffices(before, after);
        List<Office.Holder> holders = changedHolders(before, after);
        table.put(offices);
        table.add(holders.stream()
                .filter(one -> !before.holders().containsKey(Key.of(one)))
                .toList());
        table.change(holders.stream()
                .filter(one -> before.holders().containsKey(Key.of(one)))
                .toList());
        changes.noteAll(UnitImport.AREA, noted(before, after, offices, holders));
        return preview.done();
    }

    private State state() {
        State state = new State(new LinkedHashMap<>(), new LinkedHashMap<>());
        table.offices().forEach(office -> state.offices().put(office.code(), office));
        table.holders()
                .forEach(one -> state.holders()
                        .put(
                                new Key(one.office(), one.account(), one.from()),
                                new Office.Holder(one.office(), one.account(), null, one.from(), one.to())));
        return state;
    }

    private State checked(List<OfficeFile.Row> rows, State before) {
        State after = before.with(rows);
        Register register = units.register();
        Set<String> accounts = table.accounts();
        Set<String> groups = table.groups();
        List<Refusal.Complaint> complaints = new ArrayList<>();
        rows.forEach(row -> {
            Office office = row.office();
            if (register.on(office.unit(), office.from()).isEmpty()) {
                complaints.add(row.complaint("unit", "organisation.unitOn", office.unit(), words.date(office.from())));
            }
            if (!groups.contains(office.group())) {
                complaints.add(row.complaint("group", "organisation.group", office.group()));
            }
            if (row.holder() != null && !accounts.contains(row.holder().account())) {
                complaints.add(row.complaint(
                        "account", "organisation.account", row.holder().account()));
            }
        });
        requireOneHolder(rows, after, complaints);
        CsvFile.refuseIfAny(complaints);
        return after;
    }

    private void requireOneHolder(List<OfficeFile.Row> rows, State after, List<Refusal.Complaint> complaints) {
        Map<String, List<Office.Holder>> byOffice =
                after.holders().values().stream().collect(Collectors.groupingBy(Office.Holder::office));
        Set<Key> told = new HashSet<>();
        rows.stream().filter(row -> row.holder() != null).forEach(row -> {
            told.add(Key.of(row.holder()));
            byOffice.get(row.office().code()).stream()
                    .filter(other -> !told.contains(Key.of(other)))
                    .filter(other ->
                            Days.overlap(row.holder().from(), row.holder().to(), other.from(), other.to()))
                    .findFirst()
                    .ifPresent(other -> complaints.add(row.complaint(
                            "held_from",
                            "organisation.holderOverlap",
                            other.account(),
                            words.date(other.from()),
                            other.to() == null ? "–" : words.date(other.to()))));
        });
    }

    private OfficePreview preview(List<OfficeFile.Row> rows, State before, State after) {
        return new OfficePreview(
                rows.size(),
                changedOffices(before, after).stream()
                        .map(OfficeImport::subject)
                        .toList(),
                changedHolders(before, after).stream()
                        .map(one -> "%s: %s, %s – %s"
                                .formatted(
                                        after.offices().get(one.office()).title(),
                                        names.of(one.account()),
                                        words.date(one.from()),
                                        one.to() == null ? "…" : words.date(one.to())))
                        .toList(),
                memberships(before, after),
                false);
    }

    private List<OfficePreview.Membership> memberships(State before, State after) {
        LocalDate today = organisation.today();
        Set<List<String>> had = before.memberships(today);
        Set<List<String>> have = after.memberships(today);
        Set<List<String>> both = new HashSet<>(had);
        both.retainAll(have);
        Set<List<String>> all = new HashSet<>(had);
        all.addAll(have);
        all.removeAll(both);
        if (all.isEmpty()) {
            return List.of();
        }
        Map<String, Long> tasks = waiting.ofGroups("").stream()
                .collect(Collectors.groupingBy(WaitingTasks.Waiting::group, Collectors.counting()));
        return new TreeSet<>(all.stream().map(one -> String.join("\n", one)).toList())
                .stream()
                        .map(one -> one.split("\n"))
                        .map(one -> new OfficePreview.Membership(
                                one[0],
                                names.of(one[0]),
                                one[1],
                                names.of(one[1]),
                                have.contains(List.of(one)),
                                tasks.getOrDefault(one[1], 0L)))
                        .toList();
    }

    private static List<Office> changedOffices(State before, State after) {
        return after.offices().values().stream()
                .filter(one -> !one.equals(before.offices().get(one.code())))
                .toList();
    }

    private static List<Office.Holder> changedHolders(State before, State after) {
        return after.holders().values().stream()
                .filter(one -> !one.equals(before.holders().get(Key.of(one))))
                .toList();
    }

    private static List<Changes.Change> noted(
            State before, State after, List<Office> offices, List<Office.Holder> holders) {
        List<Changes.Change> noted = new ArrayList<>();
        offices.forEach(one -> {
            Office known = before.offices().get(one.code());
            noted.add(new Changes.Change(subject(one), known == null ? null : known.facts(), one.facts()));
        });
        holders.forEach(one -> {
            Office.Holder known = before.holders().get(Key.of(one));
            noted.add(new Changes.Change(
                    subject(after.offices().get(one.office())), known == null ? null : known.facts(), one.facts()));
        });
        return noted;
    }

    private static String subject(Office office) {
        return office.code() + " – " + office.title();
    }
}
