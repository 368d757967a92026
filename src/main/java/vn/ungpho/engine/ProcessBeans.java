package vn.ungpho.engine;

import java.util.AbstractMap;
import java.util.Set;
import org.springframework.context.ApplicationContext;

/** The {@link ProcessBean}s by name, looked up only when a diagram asks, since they depend on the engine themselves. */
class ProcessBeans extends AbstractMap<Object, Object> {

    private final ApplicationContext context;

    ProcessBeans(ApplicationContext context) {
        this.context = context;
    }

    @Override
    public boolean containsKey(Object name) {
        return name instanceof String bean
                && context.containsBean(bean)
                && context.findAnnotationOnBean(bean, ProcessBean.class) != null;
    }

    @Override
    public Object get(Object name) {
        return containsKey(name) ? context.getBean((String) name) : null;
    }

    @Override
    public Set<Entry<Object, Object>> entrySet() {
        throw new UnsupportedOperationException("Diagrams ask for beans by name");
    }
}
