package vn.ungpho.clock;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A length of time as it is valid from a day to a day, both included: a statutory deadline, a legal ceiling of a step, or
 * a target of a level.
 *
 * @param code for example {@code PN24_OLD}
 * @param purpose what the clock is for
 * @param level 1–4; null: all levels that have no rule of their own
 * @param legalBasis the article it rests on, as shown to officials
 * @param startEvent from when it runs
 * @param length how many of {@code unit}
 * @param validTo null: until further notice
 * @param warnAt shares of the length in percent, ascending, each between 0 and 100
 * @param warnTold who is told then: groups; of a statutory clock also {@link #OWNER}, {@link #OWNER_HEAD},
 *     {@link #CONTACT_POINT}, of a step's length also {@link #HOLDER}, {@link #SUPERIOR}
 * @param breachTold who is told of a breach
 * @param pausable whether it may be paused, with a reason
 */
public record ClockRule(
        String code,
        Purpose purpose,
        Integer level,
        String legalBasis,
        StartEvent startEvent,
        int length,
        Unit unit,
        LocalDate validFrom,
        LocalDate validTo,
        List<BigDecimal> warnAt,
        List<String> warnTold,
        List<String> breachTold,
        boolean pausable) {

    /** The group of the unit that has to speak. */
    public static final String OWNER = "OWNER";

    /** Whoever holds an office of rank head or deputy in that unit. */
    public static final String OWNER_HEAD = "OWNER_HEAD";

    /** The unit's contact point in the spokespersons' register. */
    public static final String CONTACT_POINT = "CONTACT_POINT";

    /** Whoever holds the task, else all who may take it; of a breach all who may. */
    public static final String HOLDER = "HOLDER";

    /** The heads of those who hold the task. */
    public static final String SUPERIOR = "SUPERIOR";

    /** The earliest day that a rule may name. */
    static final LocalDate ALWAYS = LocalDate.of(1900, 1, 1);

    public enum Purpose {
        /** The agency must speak about a sudden, unusual matter. */
        FIRST_STATEMENT(Kind.STATUTORY),
        /** The agency must speak once it has found that the matter affects public opinion. */
        IMPACT_STATEMENT(Kind.STATUTORY),
        /** Answer to an opinion or to the press. */
        ANSWER(Kind.STATUTORY),
        AUTHORISATION_PUBLISHED(Kind.STATUTORY),
        SPOKESPERSON_PUBLISHED(Kind.STATUTORY),
        INFORMATION_PUBLISHED(Kind.STATUTORY),
        OFFICE_CHECK(Kind.CEILING),
        WRITTEN_OPINION(Kind.CEILING),
        SUBMISSION_RULED(Kind.CEILING),
        DOCUMENT_ISSUED(Kind.CEILING),
        /** Holds where a level has no target. */
        CEILING(Kind.CEILING),
        ACKNOWLEDGE(Kind.TARGET),
        FIRST_ASSESSMENT(Kind.TARGET),
        HOLDING_LINE(Kind.TARGET),
        FULLER_STATEMENT(Kind.TARGET),
        SITUATION_REPORT(Kind.TARGET),
        DRAFTING(Kind.TARGET),
        OPINION(Kind.TARGET),
        REVIEWING(Kind.TARGET),
        DECISION(Kind.TARGET),
        MEMBERSHIP(Kind.TARGET),
        PLANNING(Kind.TARGET),
        ASSIGNMENT(Kind.TARGET),
        STAND_DOWN(Kind.TARGET),
        FINAL_REPORT(Kind.TARGET),
        REVIEW(Kind.TARGET);

        private final Kind kind;

        Purpose(Kind kind) {
            this.kind = kind;
        }

        public Kind kind() {
            return kind;
        }

        /**
         * Whether the day of the incident decides which rule holds. A duty that begins with an event of its own is under
         * the law of that event's day, whatever held when the incident occurred.
         */
        boolean runsFromTheIncident() {
            return this == FIRST_STATEMENT || this == ANSWER;
        }

        /** One speaking meets both duties to speak. */
        List<Purpose> metTogether() {
            return this == FIRST_STATEMENT ? List.of(FIRST_STATEMENT, IMPACT_STATEMENT) : List.of(this);
        }
    }

    public enum Kind {
        /** Runs from an event of the incident. */
        STATUTORY,
        /** What the law allows one step at most. */
        CEILING,
        /** What we want to be better than. */
        TARGET
    }

    public enum StartEvent {
        OCCURRED,
        RECEIVED,
        IMPACT_DETERMINED,
        AUTHORISATION_SIGNED,
        SPOKESPERSON_ASSIGNED,
        INFORMATION_CREATED,
        TASK_OPENED
    }

    public enum Unit {
        MINUTES(60),
        HOURS(3600),
        DAYS(86_400),
        WORKING_DAYS(86_400);

        private final long seconds;

        Unit(long seconds) {
            this.seconds = seconds;
        }

        long seconds() {
            return seconds;
        }
    }

    public ClockRule {
        warnAt = List.copyOf(warnAt);
        warnTold = List.copyOf(warnTold);
        breachTold = List.copyOf(breachTold);
    }

    Term term() {
        return new Term(length, unit);
    }

    Instant startOf(Instant occurred, Instant event) {
        return startEvent == StartEvent.OCCURRED ? occurred : event;
    }

    boolean isValidOn(LocalDate day) {
        LocalDate asked = day.isBefore(ALWAYS) ? ALWAYS : day;
        return !asked.isBefore(validFrom) && (validTo == null || !asked.isAfter(validTo));
    }

    ClockRule until(LocalDate last) {
        return new ClockRule(
                code,
                purpose,
                level,
                legalBasis,
                startEvent,
                length,
                unit,
                validFrom,
                last,
                warnAt,
                warnTold,
                breachTold,
                pausable);
    }
}
