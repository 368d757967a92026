package vn.ungpho.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.ungpho.input.Refusal;

/** No body of a request is larger than the largest file that people send: it is read as a whole before anybody is asked. */
class BodyLimit extends OncePerRequestFilter {

    /** As of files on pages (spring.servlet.multipart). */
    private static final long MOST = 20L * 1024 * 1024;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new Limited(request), response);
    }

    private static class Limited extends HttpServletRequestWrapper {

        private ServletInputStream body;

        Limited(HttpServletRequest request) {
            super(request);
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            if (body == null) {
                body = new LimitedBody(super.getInputStream(), getContentLengthLong());
            }
            return body;
        }
    }

    private static class LimitedBody extends ServletInputStream {

        private final ServletInputStream body;
        private long read;

        /** @param announced length, or -1 */
        LimitedBody(ServletInputStream body, long announced) {
            this.body = body;
            require(announced);
        }

        private static void require(long length) {
            if (length > MOST) {
                throw Refusal.badInput(null, "refused.tooLarge");
            }
        }

        @Override
        public int read() throws IOException {
            int one = body.read();
            counted(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] bytes, int from, int most) throws IOException {
            int some = body.read(bytes, from, most);
            counted(Math.max(0, some));
            return some;
        }

        private void counted(int more) {
            read += more;
            require(read);
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
