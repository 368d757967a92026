package vn.ungpho.statement.web;

import static vn.ungpho.input.Languages.VIETNAMESE;

import com.rometools.rome.feed.atom.Category;
import com.rometools.rome.feed.atom.Content;
import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.feed.atom.Person;
import com.rometools.rome.feed.synd.SyndPerson;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedOutput;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;
import org.jdom2.Document;
import org.jdom2.Namespace;
import org.jdom2.output.Format;
import org.jdom2.output.XMLOutputter;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;
import vn.ungpho.input.Words;
import vn.ungpho.notification.PublicAddress;
import vn.ungpho.statement.PublishedStatement;
import vn.ungpho.statement.PublishedStatements;
import vn.ungpho.statement.Wording;

/** The Atom feed (RFC 4287) of what was released, in Vietnamese as the statements are. */
@Component
class StatementFeed {

    private static final String ATOM = "atom_1.0";
    private static final String HTML = "html";

    private final PublicAddress address;
    private final Words words;

    StatementFeed(PublicAddress address, Words words) {
        this.address = address;
        this.words = words;
    }

    record Written(String xml, Instant updatedAt) {}

    Written of(PublishedStatements.Feed about, List<PublishedStatement> statements) {
        Instant updated = statements.stream()
                .map(PublishedStatement::updatedAt)
                .max(Instant::compareTo)
                .orElse(about.madeAt());
        Feed feed = new Feed(ATOM);
        feed.setId("urn:uuid:" + about.id());
        feed.setTitle(words.text("public.statements", VIETNAMESE));
        feed.setUpdated(Date.from(updated));
        feed.setOtherLinks(List.of(link("self", MediaType.APPLICATION_ATOM_XML_VALUE, PublicStatementPages.FEED_PATH)));
        feed.setAlternateLinks(List.of(link("alternate", MediaType.TEXT_HTML_VALUE, PublicStatementPages.PATH)));
        feed.setEntries(statements.stream().map(this::entry).toList());
        return new Written(xml(feed), updated);
    }

    private Entry entry(PublishedStatement statement) {
        Entry entry = new Entry();
        entry.setId("urn:uuid:" + statement.feedId());
        entry.setTitle(title(statement));
        entry.setAuthors(List.of(author(statement.unitName())));
        entry.setPublished(Date.from(statement.releasedAt()));
        entry.setUpdated(Date.from(statement.updatedAt()));
        entry.setAlternateLinks(List.of(link("alternate", MediaType.TEXT_HTML_VALUE, pathOf(statement.id()))));
        entry.setOtherLinks(related(statement));
        if (statement.isFalseInformation()) {
            entry.setCategories(List.of(category(statement.wording().label())));
        }
        entry.setContents(List.of(content(html(statement))));
        return entry;
    }

    private static String title(PublishedStatement statement) {
        return statement.wording().headline() == null
                ? statement.title()
                : "Thông cáo số %s: %s".formatted(statement.documentNumber(), statement.title());
    }

    private List<Link> related(PublishedStatement statement) {
        List<PublishedStatement.Other> others = new ArrayList<>(statement.correctedBy());
        if (statement.corrects() != null) {
            others.add(0, statement.corrects());
        }
        return others.stream()
                .map(other -> link("related", MediaType.TEXT_HTML_VALUE, pathOf(other.id())))
                .toList();
    }

    private String html(PublishedStatement statement) {
        Wording wording = statement.wording();
        StringBuilder html = new StringBuilder();
        statement.correctedBy().forEach(other -> html.append(part("public.correctedBy", sentence(other))));
        if (statement.corrects() != null) {
            html.append(part("public.corrects", sentence(statement.corrects())));
        }
        if (statement.isFalseInformation()) {
            html.append(part("public.label", warning(wording)));
        }
        return html.append(part("public.known", wording.factsKnown()))
                .append(part("public.unknown", wording.factsUnknown()))
                .append(part("public.advice", wording.advice()))
                .append(part("public.nextUpdate", words.time(wording.nextUpdateAt())))
                .toString();
    }

    private String warning(Wording wording) {
        String evidence = words.text("public.evidence", VIETNAMESE) + ": " + wording.evidence();
        return wording.falsePart() == null ? evidence : wording.falsePart() + "\n" + evidence;
    }

    private String sentence(PublishedStatement.Other other) {
        return "Thông cáo số %s, %s".formatted(other.documentNumber(), words.time(other.releasedAt()));
    }

    private String part(String heading, String text) {
        return "<h2>%s</h2>%s".formatted(escaped(words.text(heading, VIETNAMESE)), paragraphs(text));
    }

    private static String paragraphs(String text) {
        return text.lines()
                .filter(line -> !line.isBlank())
                .map(line -> "<p>" + escaped(line) + "</p>")
                .collect(Collectors.joining());
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, StandardCharsets.UTF_8.name());
    }

    private static String pathOf(long id) {
        return PublicStatementPages.PATH + "/" + id;
    }

    private Link link(String relation, String type, String path) {
        Link link = new Link();
        link.setRel(relation);
        link.setType(type);
        link.setHref(address.of(path));
        return link;
    }

    /** The agency speaks, not an official. */
    private static SyndPerson author(String unit) {
        Person author = new Person();
        author.setName(unit);
        return author;
    }

    private Category category(Wording.Label label) {
        Category category = new Category();
        category.setTerm(label.name());
        category.setLabel(words.value("label", label, VIETNAMESE));
        return category;
    }

    private static Content content(String html) {
        Content content = new Content();
        content.setType(HTML);
        content.setValue(html);
        return content;
    }

    private static String xml(Feed feed) {
        try {
            Document document = new WireFeedOutput().outputJDom(feed);
            document.getRootElement().setAttribute("lang", VIETNAMESE.getLanguage(), Namespace.XML_NAMESPACE);
            return new XMLOutputter(Format.getRawFormat().setEncoding(StandardCharsets.UTF_8.name()))
                    .outputString(document);
        } catch (FeedException e) {
            throw new IllegalStateException(e);
        }
    }
}
