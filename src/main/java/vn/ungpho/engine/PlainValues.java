package vn.ungpho.engine;

import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.impl.value.NullValueImpl;
import org.camunda.bpm.engine.variable.value.PrimitiveValue;
import org.camunda.bpm.engine.variable.value.TypedValue;

/** The variables of a submission as plain Java values; objects, files and JSON become something no field can read. */
final class PlainValues {

    private static final Object NOT_PLAIN = new Object();

    private PlainValues() {}

    static Map<String, Object> of(Map<String, ?> variables) {
        Map<String, Object> plain = new LinkedHashMap<>();
        if (variables != null) {
            variables.keySet().forEach(name -> plain.put(name, plain(variables, name)));
        }
        return plain;
    }

    private static Object plain(Map<String, ?> variables, String name) {
        if (variables instanceof VariableMap typed) {
            TypedValue value = typed.getValueTyped(name);
            return value == null ? null : plain(value);
        }
        Object value = variables.get(name);
        return value instanceof TypedValue typed ? plain(typed) : plain(value);
    }

    private static Object plain(TypedValue typed) {
        boolean scalar =
                typed instanceof PrimitiveValue<?> || typed.getType() == null || typed instanceof NullValueImpl;
        return scalar ? plain(typed.getValue()) : NOT_PLAIN;
    }

    private static Object plain(Object value) {
        boolean plain = value == null
                || value instanceof String
                || value instanceof Number
                || value instanceof Boolean
                || value instanceof Date;
        return plain ? value : NOT_PLAIN;
    }
}
