package vn.ungpho.engine;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.ungpho.audit.Actor;
import vn.ungpho.audit.Actors;

/**
 * Who acts: the engine's authenticated user is the signed-in user, always. While the application itself talks to the
 * engine on somebody's request, the person stays the actor of the record but the engine's doors for people are left.
 */
@Component
public class Acting implements Actors {

    private static final ThreadLocal<Actor> RECORDED = new ThreadLocal<>();

    private final ObjectProvider<IdentityService> identity;
    private final ObjectProvider<StandIns> standIns;

    Acting(ObjectProvider<IdentityService> identity, ObjectProvider<StandIns> standIns) {
        this.identity = identity;
        this.standIns = standIns;
    }

    @Override
    public Actor current() {
        Actor recorded = RECORDED.get();
        return recorded != null
                ? recorded
                : caller().map(caller -> Actor.person(caller.id())).orElseGet(Actor::process);
    }

    /** The signed-in person, if there is one. */
    public Optional<Caller> caller() {
        return callerOf(identity.getObject().getCurrentAuthentication());
    }

    static Optional<Caller> callerOf(Authentication authentication) {
        return Optional.ofNullable(authentication)
                .filter(known -> known.getUserId() != null)
                .map(known -> new Caller(
                        known.getUserId(), known.getGroupIds() == null ? Set.of() : Set.copyOf(known.getGroupIds())));
    }

    /** Runs as the person: every engine command passes the guard. */
    public <T> T as(Caller person, Supplier<T> act) {
        IdentityService identityService = identity.getObject();
        Authentication before = identityService.getCurrentAuthentication();
        standIns.forEach(known -> known.arrives(person.id()));
        identityService.setAuthentication(person.id(), List.copyOf(person.groups()));
        try {
            return act.get();
        } finally {
            restore(identityService, before);
        }
    }

    /** Runs as the application: the engine asks for no permission, the record still names the person. */
    public <T> T asApplication(Supplier<T> act) {
        IdentityService identityService = identity.getObject();
        Authentication before = identityService.getCurrentAuthentication();
        Actor actor = current();
        identityService.clearAuthentication();
        try {
            return recordedAs(actor, act);
        } finally {
            restore(identityService, before);
        }
    }

    /** What the record notes meanwhile is the process's own act. */
    static <T> T asProcess(Supplier<T> act) {
        return recordedAs(Actor.process(), act);
    }

    /** From here to the end of {@link #keeping} the record names this actor: a person who acts in somebody's place. */
    static void record(Actor actor) {
        RECORDED.set(actor);
    }

    /** Whatever is recorded meanwhile, afterwards the record names who it named before. */
    static <T> T keeping(Supplier<T> act) {
        Actor before = RECORDED.get();
        try {
            return act.get();
        } finally {
            restore(before);
        }
    }

    static <T> T recordedAs(Actor actor, Supplier<T> act) {
        return keeping(() -> {
            RECORDED.set(actor);
            return act.get();
        });
    }

    private static void restore(Actor before) {
        if (before == null) {
            RECORDED.remove();
        } else {
            RECORDED.set(before);
        }
    }

    private static void restore(IdentityService identityService, Authentication before) {
        if (before == null) {
            identityService.clearAuthentication();
        } else {
            identityService.setAuthentication(before);
        }
    }
}
