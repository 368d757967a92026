package vn.ungpho.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.ungpho.engine.Answers;

/** Diagrams ask, they do not compute: expressions name our process beans and the answers, and nothing else runs. */
class ExpressionTest {

    private static final Pattern CODE = Pattern.compile("<(\\w+:)?(script\\w*|\\w*[lL]istener|connector)\\b"
            + "|\\bscriptFormat=|\\bcamunda:(class|delegateExpression|resource|type|topic)=");
    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{([^}]*)}");
    private static final Pattern CALL = Pattern.compile("(\\w+)\\.(\\w+)\\(([^()]*)\\)");
    private static final Pattern RESULT = Pattern.compile("\\bcamunda:resultVariable=\"(\\w+)\"");
    private static final Pattern TEXT = Pattern.compile("'[^']*'");
    private static final Pattern NAME = Pattern.compile("(?<![\\w.])[a-zA-Z]\\w*");

    @ForEachDiagram
    void runsNoScriptNoClassAndNoListener(Diagram diagram) {
        assertThat(found(CODE, xml(diagram))).isEmpty();
    }

    @ForEachDiagram
    void namesOnlyProcessBeansAndAnswers(Diagram diagram) throws IllegalAccessException {
        Set<String> known = new TreeSet<>(Set.of("execution"));
        known.addAll(Code.processBeans().keySet());
        known.addAll(answers());
        RESULT.matcher(xml(diagram)).results().forEach(result -> known.add(result.group(1)));

        assertThat(expressions(diagram))
                .isNotEmpty()
                .allSatisfy(expression -> assertThat(
                                found(NAME, TEXT.matcher(expression).replaceAll("")))
                        .as(expression)
                        .isSubsetOf(known));
    }

    @ForEachDiagram
    void asksWhatTheBeansAnswer(Diagram diagram) {
        Map<String, Class<?>> beans = Code.processBeans();
        assertThat(expressions(diagram)
                        .flatMap(expression -> CALL.matcher(expression).results()))
                .isNotEmpty()
                .allSatisfy(call -> assertThat(beans.get(call.group(1)).getMethods())
                        .as(call.group())
                        .anyMatch(method -> method.getName().equals(call.group(2))
                                && method.getParameterCount() == call.group(3).split(",").length));
    }

    private static Stream<String> expressions(Diagram diagram) {
        return EXPRESSION.matcher(xml(diagram)).results().map(expression -> expression.group(1));
    }

    /** The answers of people that gateways read. */
    private static Set<String> answers() throws IllegalAccessException {
        Set<String> names = new TreeSet<>();
        for (Field constant : Answers.class.getDeclaredFields()) {
            if (Modifier.isPublic(constant.getModifiers())) {
                names.add((String) constant.get(null));
            }
        }
        return names;
    }

    private static Stream<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group);
    }

    private static String xml(Diagram diagram) {
        return Code.text(Diagram.FOLDER.resolve(diagram.name() + ".bpmn")).replace("&amp;", "&");
    }
}
