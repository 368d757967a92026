package vn.ungpho.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables as people send them; errors name the line as an editor counts it. */
class CsvFileTest {

    private static final List<String> REQUIRED = List.of("code", "name");
    private static final List<String> OPTIONAL = List.of("note");

    @Test
    void readsCommasAndSemicolonsWithOrWithoutTheByteOrderMark() {
        assertThat(read("code,name\nA,Cục A\n").get(0).cell("name")).isEqualTo("Cục A");
        assertThat(read("\uFEFFcode;name\r\nA;Cục A, B\r\n").get(0).cell("name"))
                .isEqualTo("Cục A, B");
    }

    @Test
    void putsDecomposedLettersTogether() {
        assertThat(read("code,name\nA,Cu\u0323c\n").get(0).cell("name")).isEqualTo("Cục");
    }

    @Test
    void numbersLinesAsTheEditorDoesWithBlankLinesAndFieldsOverSeveralLines() {
        List<CsvFile.Line> lines = read("code,name\n\nA,\"one\ntwo\"\n\n\nB,three\n");

        assertThat(lines).extracting(CsvFile.Line::number).containsExactly(3, 7);
        assertThat(lines.get(0).cell("name")).isEqualTo("one\ntwo");
    }

    @Test
    void takesAColumnThatIsMissingForEmptyWhereItMayBe() {
        assertThat(read("code,name\nA,B\n").get(0).cell("note")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            'code,name\\nA\\n'                 | line 2        | csv.cells
            'code,name\\nA,B\\n\\nC,D,E\\n'      | line 4        | csv.cells
            'code,name\\nA,"B\\n'              | line 2        | csv.quote
            'code\\nA\\n'                      | line 1, name  | csv.missingColumn
            'code,name,colour\\nA,B,C\\n'      | line 1, colour | csv.unknownColumn
            'code,name,name\\nA,B,C\\n'        | line 1, name  | csv.columnTwice
            ''                               | file          | csv.empty
            """)
    void refusesTheWholeFileNamingLineAndReason(String file, String where, String why) {
        Refusal refusal = refused(file.replace("\\n", "\n").getBytes(StandardCharsets.UTF_8));

        assertThat(refusal.status()).isEqualTo(400);
        assertThat(refusal.complaints()).singleElement().satisfies(complaint -> {
            assertThat(complaint.field()).isEqualTo(where);
            assertThat(complaint.code()).isEqualTo(why);
        });
    }

    @Test
    void refusesAnotherEncodingAtItsLine() {
        Refusal refusal = refused("code,name\nA,B\nC,Qu\u00e0\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(refusal.complaints()).singleElement().satisfies(complaint -> {
            assertThat(complaint.field()).isEqualTo("line 3");
            assertThat(complaint.code()).isEqualTo("csv.encoding");
        });
    }

    @Test
    void writesWhatItReadsAndNoFormulas() {
        byte[] file = CsvFile.write(REQUIRED, List.of(List.of("A", "một, \"hai\"\nba"), List.of("B", "=SUM(A1)")));

        List<CsvFile.Line> lines = CsvFile.read(file, REQUIRED, OPTIONAL);
        assertThat(lines).extracting(line -> line.cell("name")).containsExactly("một, \"hai\"\nba", "'=SUM(A1)");
        assertThat(new String(file, StandardCharsets.UTF_8)).startsWith("\uFEFFcode,name\r\n");
    }

    private static List<CsvFile.Line> read(String file) {
        return CsvFile.read(file.getBytes(StandardCharsets.UTF_8), REQUIRED, OPTIONAL);
    }

    private static Refusal refused(byte[] file) {
        return catchThrowableOfType(Refusal.class, () -> CsvFile.read(file, REQUIRED, OPTIONAL));
    }
}
