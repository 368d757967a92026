package vn.ungpho.engine;

import vn.ungpho.audit.Actor;

/**
 * Somebody works on a task in somebody else's place (Decree 30/2020/NĐ-CP art. 13).
 *
 * @param principal the account whose task it is
 * @param mark authority mark: KT, TL, TUQ or Q
 * @param document number of the document it rests on
 * @param via the account in between where the power was passed on once, else null
 */
public record Representation(String principal, String mark, String document, String via) {

    Actor actor(Caller deputy) {
        return new Actor(deputy.id(), principal, mark, via);
    }
}
