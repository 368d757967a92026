package vn.ungpho.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import vn.ungpho.fixtures.House;

/** What the tables said of an incident the last time. */
class Scored {

    private final JsonNode facts;

    private Scored(JsonNode facts) {
        this.facts = facts;
    }

    static Scored last(House house, String number) {
        List<JsonNode> all = house.facts(number, "ASSESSMENT_SCORED");
        return new Scored(all.get(all.size() - 1));
    }

    /** @param because the rows that gave points, in the order of the table */
    Scored gives(int points, String... because) {
        assertThat(facts.get("score").asInt()).isEqualTo(points);
        assertThat(facts.get("explanation")).extracting(JsonNode::asText).containsExactly(because);
        return this;
    }

    Scored recommends(int level, String route, boolean taskForce) {
        assertThat(facts.get("level").asInt()).isEqualTo(level);
        assertThat(facts.get("route").asText()).isEqualTo(route);
        assertThat(facts.get("taskForceRecommended").asBoolean()).isEqualTo(taskForce);
        return this;
    }

    Scored from(String authority) {
        assertThat(facts.get("recommendedAuthority").asText()).isEqualTo(authority);
        return this;
    }

    Scored recusal(boolean required) {
        assertThat(facts.get("recusalRequired").asBoolean()).isEqualTo(required);
        return this;
    }
}
