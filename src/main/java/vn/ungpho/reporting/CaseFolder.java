package vn.ungpho.reporting;

import java.util.List;
import vn.ungpho.proposal.ProposalFile;
import vn.ungpho.statement.StatementFile;
import vn.ungpho.taskforce.TaskForceFile;

/**
 * A case file with everything that lies in it, for those who read all of it. What is under way comes first.
 *
 * @param names of everybody in it
 */
public record CaseFolder(
        CaseFile file,
        List<ProposalFile> proposals,
        List<TaskForceFile> taskForces,
        List<StatementFile> statements,
        Directory names) {

    public CaseFolder {
        proposals = List.copyOf(proposals);
        taskForces = List.copyOf(taskForces);
        statements = List.copyOf(statements);
    }
}
