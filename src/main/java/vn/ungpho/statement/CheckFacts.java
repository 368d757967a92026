package vn.ungpho.statement;

import org.springframework.stereotype.Component;

/** Kiểm tra thông tin, in the unit that speaks, by another person than the one who drafted. */
@Component
class CheckFacts extends StatementReview {

    CheckFacts(StatementService statements, StatementDossier dossier) {
        super(Desk.FACT_CHECK, statements, dossier);
    }
}
