package vn.ungpho.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The Chromium of this machine, speaking Vietnamese; notes what its console complains about. */
class Chromium implements AutoCloseable {

    private static final Path PROGRAM = Path.of(System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium"));

    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser = playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(PROGRAM)
                    .setArgs(List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync",
                            "--no-first-run")));
    private final BrowserContext context = browser.newContext(new Browser.NewContextOptions()
            .setLocale("vi-VN")
            .setTimezoneId("Asia/Ho_Chi_Minh")
            .setViewportSize(1280, 2000));
    private final List<String> complaints = new ArrayList<>();

    /** Asked by the tests: a machine with only a JDK passes the others. */
    static boolean isInstalled() {
        return Files.isExecutable(PROGRAM);
    }

    Page page() {
        Page page = context.newPage();
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        return page;
    }

    void signIn(String address, String person, String password) {
        Page page = page();
        page.navigate(address + "/login");
        page.fill("input[name=username]", person);
        page.fill("input[name=password]", password);
        page.click("button[type=submit]");
        page.waitForURL(url -> !url.contains("/login"));
        page.close();
    }

    List<String> complaints() {
        return complaints;
    }

    @Override
    public void close() {
        playwright.close();
    }
}
