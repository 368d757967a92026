package vn.ungpho.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.RequestContextUtils;
import vn.ungpho.engine.DoorRefusals;
import vn.ungpho.engine.Refusals;
import vn.ungpho.input.Problems;
import vn.ungpho.input.Refusal;

/** What a form on the page of an incident does: the act, then back to the page, which tells how it went. */
@Component
public class PageActs {

    /** The page's own fields, which are none of the form's. */
    private static final List<String> OF_THE_PAGE = List.of("_csrf", "key");

    private final Problems problems;
    private final DoorRefusals refusals;

    PageActs(Problems problems, DoorRefusals refusals) {
        this.problems = problems;
        this.refusals = refusals;
    }

    /**
     * @param form names the form on the page: its fields keep what was entered if the act is refused
     * @return where to go next
     */
    public String onIncident(
            String number,
            String form,
            Map<String, String> fields,
            HttpServletRequest request,
            RedirectAttributes page,
            Consumer<Map<String, Object>> act) {
        return on("/incidents/" + number, form, fields, request, page, act);
    }

    /** The same on any other page. @param address of the page, where one comes back to */
    public String on(
            String address,
            String form,
            Map<String, String> fields,
            HttpServletRequest request,
            RedirectAttributes page,
            Consumer<Map<String, Object>> act) {
        try {
            act.accept(entered(fields));
            page.addFlashAttribute("done", true);
        } catch (RuntimeException failure) {
            Refusal refusal =
                    Refusals.of(failure).filter(known -> known.status() != 404).orElseThrow(() -> failure);
            refusals.note(failure, refusal, request.getMethod() + " " + request.getRequestURI());
            Map<String, String> errors = errors(refusal, request);
            page.addFlashAttribute(
                    "refused", errors.values().stream().distinct().collect(Collectors.joining(" ")));
            page.addFlashAttribute("failedForm", form);
            page.addFlashAttribute("errors", errors);
            page.addFlashAttribute("entered", fields);
        }
        return "redirect:" + address;
    }

    /** A look at what a file would do; where the file is wrong, {@code wrong} says at which lines. */
    public void look(HttpServletRequest request, Model model, Runnable preview) {
        try {
            preview.run();
        } catch (Refusal refusal) {
            if (refusal.status() != 400) {
                throw refusal;
            }
            model.addAttribute("wrong", errors(refusal, request));
        }
    }

    /** By field; what is about no field stands under the empty name. */
    public Map<String, String> errors(Refusal refusal, HttpServletRequest request) {
        Map<String, String> errors = new LinkedHashMap<>();
        Locale locale = RequestContextUtils.getLocale(request);
        refusal.complaints()
                .forEach(complaint -> errors.put(
                        complaint.field() == null ? "" : problems.place(complaint.field(), locale),
                        problems.sentence(complaint, locale)));
        return errors;
    }

    public static Map<String, Object> entered(Map<String, String> fields) {
        return fields.entrySet().stream()
                .filter(field -> !OF_THE_PAGE.contains(field.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
