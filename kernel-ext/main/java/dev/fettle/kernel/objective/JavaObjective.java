package dev.fettle.kernel.objective;

import dev.fettle.space.Parameter;
import dev.fettle.space.Point;
import dev.fettle.space.SearchSpace;
import dev.fettle.trial.Objective;
import dev.fettle.trial.Probe;
import dev.fettle.trial.Score;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Java of the notebook as an objective: it sees every parameter, inactive ones with their default, else their first value
 * or centre. As safe for many threads as that Java is. Another JVM has neither the compiled cell nor the variables that it reads:
 * it travels in an {@link dev.fettle.envelope.Envelope}.
 */
final class JavaObjective implements Objective {
    private static final long serialVersionUID = 1;

    private final Code$ code;
    private final SearchSpace space;
    private final List<Object> constants;
    private final List<String> goals;

    JavaObjective(Code$ code, SearchSpace space, List<Object> constants, List<String> goals) {
        this.code = code;
        this.space = space;
        this.constants = List.copyOf(constants);
        this.goals = List.copyOf(goals);
    }

    @Override
    public Score evaluate(Point point, Probe probe) throws Exception {
        Map<String, Object> all = space.complete(point);
        List<Parameter> parameters = space.parameters();
        Object[] values = new Object[parameters.size() + constants.size()];
        for (int i = 0; i < parameters.size(); i++) {
            values[i] =
                    Local.java(Objects.requireNonNull(all.get(parameters.get(i).name())));
        }
        for (int i = 0; i < constants.size(); i++) {
            // Fresh arrays for every trial: what one writes into them must not reach another.
            values[parameters.size() + i] = Local.java(constants.get(i));
        }
        Point complete = point.names().size() == parameters.size() ? point : Point.of(all);
        return Outcome.score(code.run(values, complete, probe), goals);
    }
}
