package vn.ungpho.proposal;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.ungpho.incident.Recusal;

/** The desks on the way of a submission. */
@Configuration(proxyBeanMethods = false)
class ReviewDesks {

    @Bean
    ReviewDesk approveByDirector(ReviewService reviews, ProposalFiles files, ProposalDossier dossier, Recusal recusal) {
        return new ReviewDesk(Desk.DIRECTOR, reviews, files, dossier, recusal);
    }

    @Bean
    ReviewDesk checkByMinistryOffice(
            ReviewService reviews, ProposalFiles files, ProposalDossier dossier, Recusal recusal) {
        return new ReviewDesk(Desk.OFFICE, reviews, files, dossier, recusal);
    }

    @Bean
    ReviewDesk approveByMinistry(ReviewService reviews, ProposalFiles files, ProposalDossier dossier, Recusal recusal) {
        return new ReviewDesk(Desk.MINISTRY, reviews, files, dossier, recusal);
    }
}
