package vn.ungpho.notification;

import java.util.Map;

/**
 * Something to tell beyond tasks.
 *
 * @param template file under {@code mail/}; its name is the event and the audience
 * @param title of the incident
 * @param facts what the template shows besides number, level, title and links; plain values, Vietnamese words
 * @param occasion the same occasion is told to the same person once
 */
public record Notice(
        String template, String number, Integer level, String title, Map<String, Object> facts, String occasion) {

    public Notice {
        facts = Map.copyOf(facts);
    }
}
