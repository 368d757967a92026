package vn.ungpho.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;

/** What one account (or nobody) does from outside: HTTP with Basic, nothing else. */
class Participant {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What came back. {@code body} is a missing node where there was none. */
    record Answer(int status, String location, JsonNode body) {

        Answer expecting(int expected) {
            assertThat(status).as("status of an answer with the body %s", body).isEqualTo(expected);
            return this;
        }
    }

    private final URI address;
    private final String person;
    private final String password;

    Participant(URI address, String person, String password) {
        this.address = address;
        this.person = person;
        this.password = password;
    }

    /** @return the number of the incident's file */
    String report(String idempotencyKey, Map<String, Object> fields) {
        HttpRequest.Builder request = request("/api/incidents").header("Idempotency-Key", idempotencyKey);
        Answer answer = send(request.POST(json(fields))).expecting(201);
        String number = answer.body().path("number").asText();
        assertThat(answer.location()).isEqualTo("/api/incidents/" + number);
        return number;
    }

    void claim(String number, String task) {
        tryToClaim(number, task).expecting(204);
    }

    Answer tryToClaim(String number, String task) {
        return post("/engine-rest/task/" + taskId(number, task) + "/claim", Map.of("userId", person));
    }

    void complete(String number, String task, Map<String, Object> entered) {
        tryToComplete(number, task, entered).expecting(204);
    }

    Answer tryToComplete(String number, String task, Map<String, Object> entered) {
        Map<String, Object> variables = entered.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, one -> Map.of("value", one.getValue())));
        return post("/engine-rest/task/" + taskId(number, task) + "/complete", Map.of("variables", variables));
    }

    private String taskId(String number, String task) {
        JsonNode open = get("/engine-rest/task?processInstanceBusinessKey=" + number + "&taskDefinitionKey=" + task)
                .expecting(200)
                .body();
        assertThat(open).as("tasks %s of %s that %s sees", task, number, person).hasSize(1);
        return open.get(0).path("id").asText();
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    /** A page, as it came. */
    String getText(String path) {
        try {
            HttpResponse<String> response = HTTP.send(
                    HttpRequest.newBuilder(address.resolve(path)).build(),
                    BodyHandlers.ofString(StandardCharsets.UTF_8));
            assertThat(response.statusCode()).isEqualTo(200);
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    Answer post(String path, Object body) {
        return send(request(path).POST(json(body)));
    }

    Answer put(String path) {
        return send(request(path).PUT(BodyPublishers.noBody()));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(path))
                .header("Accept", "application/json")
                .header("Accept-Language", "vi");
        if (person != null) {
            byte[] credential = (person + ":" + password).getBytes(StandardCharsets.UTF_8);
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credential));
        }
        return request;
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = HTTP.send(
                    request.header("Content-Type", "application/json").build(),
                    BodyHandlers.ofString(StandardCharsets.UTF_8));
            String location = response.headers().firstValue("Location").orElse(null);
            return new Answer(response.statusCode(), location, JSON.readTree(response.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    private static BodyPublisher json(Object body) {
        try {
            return BodyPublishers.ofString(JSON.writeValueAsString(body), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
