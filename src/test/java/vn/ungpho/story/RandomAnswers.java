package vn.ungpho.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.camunda.bpm.engine.task.Task;
import vn.ungpho.fixtures.House;
import vn.ungpho.incident.Incident;
import vn.ungpho.incident.Severity.Verification;

/** Legal answers to every task there is: any of them, or later those that lead to the end. */
class RandomAnswers {

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final String WHY = "Có lý do";

    private final Random random;
    private final House house;
    private boolean towardsTheEnd;

    RandomAnswers(Random random, House house) {
        this.random = random;
        this.house = house;
    }

    void leadToTheEnd() {
        towardsTheEnd = true;
    }

    @SafeVarargs
    final <T> T one(T... all) {
        return all[random.nextInt(all.length)];
    }

    /** With accounts in the sample organisation. */
    String unit() {
        return one("PTTH", "TTDN", "TTCS", "ATTT", "PC", "TTTT");
    }

    /** Any of them, or one with nobody here. */
    String owner() {
        return random.nextInt(4) == 0 ? one("BYT", "UBND01", "NHNN") : unit();
    }

    Map<String, Object> figures() {
        Map<String, Object> figures = new HashMap<>();
        figures.put("reach24h", one(0, 20_000, 300_000, 2_000_000));
        figures.put("growth1h", one(0.5, 1.6, 2.5, 8.0));
        figures.put("sourceTier", one("A", "B", "C"));
        figures.put("harm", one("NONE", "POTENTIAL", "ACTUAL", "LIFE"));
        figures.put("provinces", one(1, 3, 8, 40));
        figures.put("sectors", one(1, 2, 3));
        figures.put("officialInvolved", random.nextInt(4) == 0);
        figures.put("essentialService", random.nextBoolean());
        figures.put("nationalScale", random.nextInt(3) == 0);
        figures.put("ownerTier", one("CENTRAL", "CENTRAL", "PROVINCE"));
        return figures;
    }

    Map<String, Object> signal() {
        Map<String, Object> signal = new HashMap<>(Map.of("description", "Thêm bài đăng"));
        if (random.nextBoolean()) {
            signal.put("reach24h", one(20_000, 300_000, 2_000_000));
            signal.put("growth1h", one(0.8, 2.5, 8.0));
            signal.put("provinces", one(1, 8, 40));
        }
        return signal;
    }

    Map<String, Object> assignment(Instant now) {
        Map<String, Object> assignment = new HashMap<>();
        assignment.put("text", "Tổng hợp câu hỏi của người dân");
        assignment.put("assignee", one("unitATTT", "unitTTCS", "unitPC2", "pressOfficer1", "unitBYT"));
        if (random.nextBoolean()) {
            assignment.put(
                    "dueAt", now.plus(Duration.ofHours(1 + random.nextInt(30))).toString());
        }
        return assignment;
    }

    /** Never a whole number of seconds: no act falls into the very moment in which a timer fires. */
    Duration someTime() {
        Duration about = switch (random.nextInt(10)) {
            case 0 -> Duration.ofHours(30);
            case 1, 2 -> Duration.ofHours(5);
            case 3, 4 -> Duration.ofHours(1);
            default -> Duration.ofMinutes(1 + random.nextInt(40));
        };
        return about.plusMillis(7_013);
    }

    /** @return empty where nothing is legal now */
    Optional<Map<String, Object>> to(Task task, String number, Map<String, Object> shown) {
        return switch (task.getTaskDefinitionKey()) {
            case "checkFacts", "approveStatement" -> Optional.of(isLawful(number, shown) ? review() : stopped());
            case "releaseStatement" -> isLawful(number, shown) ? Optional.of(Map.of()) : Optional.empty();
            default -> Optional.of(to(task.getTaskDefinitionKey(), number));
        };
    }

    private Map<String, Object> to(String task, String number) {
        return switch (task) {
            case "verifyIncident" -> verification();
            case "confirmAssessment" -> assessment(number);
            case "ownerRespond" -> Map.of("responseSummary", "Đã thông tin");
            case "confirmOwnerResponse", "approveFinalReport" -> outcome("reviewOutcome", "APPROVE", "RETURN");
            case "reviewIncident" -> Map.of("lessons", "Cần nhanh hơn");
            case "draftProposal" -> draftProposal();
            case "giveOpinion" -> outcome("opinion", "AGREE", "AGREE_WITH_COMMENTS", "DISAGREE", "NOT_COMPETENT");
            case "consolidateOpinions" -> Map.of("opinionResolution", "Đã tiếp thu");
            case "approveByDirector", "checkByMinistryOffice" -> review();
            case "approveByMinistry" -> with(review(), "authorityMark", "KT");
            case "dispatchProposal" -> Map.of();
            case "recordDecision" -> decision();
            case "confirmMembership" -> outcome("membership", "ACCEPT", "ACCEPT", "DECLINE");
            case "planResponse" -> Map.of("objectives", "Một tiếng nói");
            case "performAssignment" -> Map.of("result", "Đã làm xong");
            case "submitSituationReport" ->
                random.nextBoolean() ? Map.of("noChange", true) : Map.of("situation", "Tin đã giảm");
            case "decideStandDown" -> outcome("standDown", "STAND_DOWN", "CONTINUE", "CONTINUE", "CONTINUE");
            case "writeFinalReport" -> Map.of("finalReport", "Đã hoàn thành nhiệm vụ");
            case "draftStatement" -> draftStatement(number);
            default -> throw new AssertionError("Nobody knows what to answer to " + task);
        };
    }

    /** The first leads on. */
    private Map<String, Object> outcome(String field, String... values) {
        return Map.of(field, towardsTheEnd ? values[0] : one(values), "reason", WHY);
    }

    /** Mostly approved: else hardly anything would ever get through all its reviews. */
    private Map<String, Object> review() {
        return !towardsTheEnd && random.nextInt(4) == 0 ? stopped() : Map.of("reviewOutcome", "APPROVE", "reason", WHY);
    }

    private Map<String, Object> stopped() {
        return Map.of("reviewOutcome", towardsTheEnd ? "WITHDRAW" : one("RETURN", "REJECT", "WITHDRAW"), "reason", WHY);
    }

    private Map<String, Object> verification() {
        Map<String, Object> found = new HashMap<>();
        if (!towardsTheEnd && random.nextBoolean()) {
            found.putAll(figures());
        }
        if (!towardsTheEnd && random.nextInt(5) == 0) {
            found.put("ownerUnit", owner());
        }
        found.put("verification", one(Verification.values()).name());
        return found;
    }

    /** A level that holds is only ever lowered by leaving the rule to decide. */
    private Map<String, Object> assessment(String number) {
        List<JsonNode> scored = house.facts(number, "ASSESSMENT_SCORED");
        String recommended = scored.get(scored.size() - 1).get("route").asText();
        Incident incident = house.incident(number);
        Map<String, Object> decided = new HashMap<>();
        decided.put("reason", WHY);
        decided.put(
                "route",
                towardsTheEnd || random.nextBoolean()
                        ? recommended
                        : one("NOT_AN_INCIDENT", "ANSWER", "MONITOR", "OWNER", "MINISTRY", "PROPOSE", "PROPOSE"));
        if (!towardsTheEnd && random.nextInt(3) == 0) {
            int lowest = incident.levelConfirmed() ? incident.level() : 1;
            decided.put("level", lowest + random.nextInt(5 - lowest));
        }
        return decided;
    }

    private Map<String, Object> draftProposal() {
        Map<String, Object> draft = new HashMap<>(Map.of("summary", "Vượt khả năng của một bộ"));
        if (random.nextBoolean()) {
            draft.put("consultedUnits", one("PTTH", "TTDN,PC", "ATTT,TTCS,TTTT", "PTTH,BYT"));
        }
        if (random.nextInt(4) > 0) {
            draft.put("members", members());
        }
        if (random.nextBoolean()) {
            draft.put("termDays", 1 + random.nextInt(20));
            draft.put("urgency", one("NORMAL", "KHAN", "THUONG_KHAN", "HOA_TOC"));
        }
        return draft;
    }

    private String members() {
        List<String> seats = new ArrayList<>();
        seats.add("LEADER:" + one("ministryLeader", "pressDirector", "unitPC", "unitBYT"));
        seats.add("SECRETARY:" + one("pressOfficer", "ministryOffice", "unitTTTT"));
        List.of("STANDING_DEPUTY:pressDirector", "MEMBER:unitPTTH", "MEMBER:unitNHNN", "LIAISON:governmentOffice")
                .forEach(seat -> {
                    if (random.nextBoolean()) {
                        seats.add(seat);
                    }
                });
        return String.join(",", seats);
    }

    private Map<String, Object> decision() {
        String how = towardsTheEnd
                ? one("ESTABLISH", "REJECT", "ALTERNATIVE")
                : one("ESTABLISH", "ESTABLISH", "ESTABLISH_AMENDED", "REJECT", "ALTERNATIVE", "RETURN");
        Map<String, Object> decision = new HashMap<>();
        decision.put("decision", how);
        decision.put("documentNumber", (1 + random.nextInt(2000)) + "/QĐ-TTg");
        decision.put("documentDate", LocalDate.ofInstant(house.now(), VIETNAM).toString());
        decision.put("signerPosition", "Phó Thủ tướng");
        decision.put("authorityMark", one("NONE", "KT"));
        if (!how.startsWith("ESTABLISH")) {
            decision.put("direction", "Giao cơ quan khác chủ trì");
        }
        if (how.equals("ESTABLISH_AMENDED")) {
            decision.put("members", members());
            decision.put("termDays", 1 + random.nextInt(10));
        }
        return decision;
    }

    private Map<String, Object> draftStatement(String number) {
        Map<String, Object> draft = new HashMap<>();
        draft.put("factsKnown", "Đã xác minh tại chỗ");
        draft.put("factsUnknown", "Chưa rõ nguyên nhân");
        draft.put("advice", "Theo dõi nguồn chính thức");
        draft.put("nextUpdateAt", house.now().plus(Duration.ofHours(2)).toString());
        if (carriesTheLabel(number) && random.nextBoolean()) {
            draft.put("label", "FALSE_INFORMATION");
            draft.put("falsePart", "Ảnh đã bị cắt ghép");
            draft.put("evidence", "Bản gốc của ảnh");
        }
        return draft;
    }

    private boolean isLawful(String number, Map<String, Object> shown) {
        Object label = shown.get("statementLabel");
        return label == null || label.toString().isEmpty() || carriesTheLabel(number);
    }

    private boolean carriesTheLabel(String number) {
        Verification found = house.incident(number).report().measures().verification();
        return found == Verification.VERIFIED_FALSE || found == Verification.PARTLY_FALSE;
    }

    private static Map<String, Object> with(Map<String, Object> answer, String field, Object value) {
        Map<String, Object> more = new HashMap<>(answer);
        more.put(field, value);
        return more;
    }
}
