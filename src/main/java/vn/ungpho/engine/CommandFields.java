package vn.ungpho.engine;

import org.camunda.bpm.engine.impl.interceptor.Command;
import org.springframework.beans.DirectFieldAccessor;

/** Reads the protected fields of the engine's commands. The attack tests fail if an engine version renames one. */
final class CommandFields {

    private final DirectFieldAccessor fields;

    CommandFields(Command<?> command) {
        this.fields = new DirectFieldAccessor(command);
    }

    String text(String name) {
        return (String) fields.getPropertyValue(name);
    }

    boolean yes(String name) {
        return Boolean.TRUE.equals(fields.getPropertyValue(name));
    }

    @SuppressWarnings("unchecked") // the caller names the field's type
    <T> T the(String name) {
        return (T) fields.getPropertyValue(name);
    }
}
