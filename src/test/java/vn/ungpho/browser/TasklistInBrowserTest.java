package vn.ungpho.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.ungpho.fixtures.House;
import vn.ungpho.fixtures.UngPhoTest;
import vn.ungpho.organisation.FirstAccounts;

/** Tasklist as an officer sees it, in a real browser, with its content security policy in force. */
@UngPhoTest
@Tag("browser")
@EnabledIf("vn.ungpho.browser.Chromium#isInstalled")
class TasklistInBrowserTest {

    @LocalServerPort
    int port;

    @Autowired
    House house;

    @Autowired
    FirstAccounts accounts;

    private Chromium chromium;
    private String address;

    @BeforeEach
    void aPressOfficerSignsIn() {
        chromium = new Chromium();
        address = "http://localhost:" + port;
        chromium.signIn(address, "pressOfficer1", accounts.samplePassword());
    }

    @AfterEach
    void closeTheBrowser() {
        chromium.close();
    }

    @Test
    void aTaskIsClaimedFilledInAndCompletedThroughItsDeepLink() {
        String number = house.report(Map.of("title", "Tin đồn được xử lý trong trình duyệt"));
        Page page = chromium.page();

        page.navigate(address + "/camunda/app/tasklist/default/#/?task=" + house.taskId(number, "verifyIncident"));
        page.locator(".task-details").getByText("Nhận việc").click();
        page.locator("label:has-text('Sai một phần')").first().click();
        page.locator("button:enabled", new Page.LocatorOptions().setHasText("Hoàn thành"))
                .click();
        page.waitForCondition(() -> house.openTasks(number).contains("confirmAssessment"));

        assertThat(chromium.complaints()).isEmpty();
    }

    /** Camunda keeps one nonce for all requests: pages loaded at the same moment lose their scripts. */
    @Test
    void pagesLoadedAtTheSameMomentAllWork() {
        List<Page> pages = IntStream.range(0, 6).mapToObj(i -> chromium.page()).toList();

        pages.forEach(
                page -> page.evaluate("to => { location.href = to; }", address + "/camunda/app/tasklist/default/"));

        assertThat(pages).allSatisfy(page -> {
            Locator filters = page.getByText("Tất cả việc của tôi và nhóm");
            filters.first().waitFor();
            assertThat(filters.count()).isPositive();
        });
        assertThat(chromium.complaints()).noneMatch(complaint -> complaint.contains("Content Security Policy"));
    }
}
