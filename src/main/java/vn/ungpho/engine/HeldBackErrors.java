package vn.ungpho.engine;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;

/** Lets good answers through as they come and swallows the body of bad ones, so that they can be worded anew. */
class HeldBackErrors extends HttpServletResponseWrapper {

    private int status = SC_OK;

    HeldBackErrors(HttpServletResponse response) {
        super(response);
    }

    boolean failed() {
        return status >= SC_BAD_REQUEST;
    }

    int status() {
        return status;
    }

    @Override
    public void setStatus(int status) {
        this.status = status;
        if (!failed()) {
            super.setStatus(status);
        }
    }

    @Override
    public void sendError(int status) {
        this.status = status;
    }

    @Override
    public void sendError(int status, String message) {
        this.status = status;
    }

    @Override
    public int getStatus() {
        return status;
    }

    @Override
    public boolean isCommitted() {
        return !failed() && super.isCommitted();
    }

    @Override
    public void setContentLength(int length) {
        if (!failed()) {
            super.setContentLength(length);
        }
    }

    @Override
    public void setContentLengthLong(long length) {
        if (!failed()) {
            super.setContentLengthLong(length);
        }
    }

    @Override
    public void flushBuffer() throws IOException {
        if (!failed()) {
            super.flushBuffer();
        }
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        return failed() ? new Nowhere() : super.getOutputStream();
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        return failed() ? new PrintWriter(OutputStream.nullOutputStream()) : super.getWriter();
    }

    private static class Nowhere extends ServletOutputStream {

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException("Swallowed output is never written asynchronously");
        }

        @Override
        public void write(int b) {
            // swallowed
        }
    }
}
