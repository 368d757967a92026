package vn.ungpho.benchmark;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Counts what goes to the database, by standing before the data source. */
@TestConfiguration(proxyBeanMethods = false)
class CountedStatements {

    /**
     * @param statements each row of a batch for itself
     * @param roundTrips a batch is one
     * @param writes statements that are no SELECT
     */
    record Count(int statements, int roundTrips, int writes) {

        Count plus(Count other) {
            return new Count(statements + other.statements, roundTrips + other.roundTrips, writes + other.writes);
        }
    }

    static class Counter implements BeanPostProcessor, QueryExecutionListener {

        private final AtomicInteger statements = new AtomicInteger();
        private final AtomicInteger roundTrips = new AtomicInteger();
        private final AtomicInteger writes = new AtomicInteger();

        private final Queue<String> asked = new ConcurrentLinkedQueue<>();

        /** How many of the last act's statements name this table. */
        long asking(String table) {
            return asked.stream()
                    .filter(statement -> statement.matches("(?is).*\\b(FROM|JOIN|UPDATE|INTO)\\s+" + table + "\\b.*"))
                    .count();
        }

        Count of(Runnable act) {
            asked.clear();
            statements.set(0);
            roundTrips.set(0);
            writes.set(0);
            act.run();
            return new Count(statements.get(), roundTrips.get(), writes.get());
        }

        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            return bean instanceof DataSource source
                    ? ProxyDataSourceBuilder.create(source).listener(this).build()
                    : bean;
        }

        @Override
        public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
            // counted when done
        }

        @Override
        public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
            int rows = execution.isBatch() ? execution.getBatchSize() : queries.size();
            boolean read = queries.get(0).getQuery().stripLeading().regionMatches(true, 0, "SELECT", 0, 6);
            queries.forEach(query -> asked.add(query.getQuery()));
            statements.addAndGet(rows);
            roundTrips.incrementAndGet();
            writes.addAndGet(read ? 0 : rows);
        }
    }

    @Bean
    static Counter statementCounter() {
        return new Counter();
    }
}
