package dev.fettle.kernel.subject;

import dev.fettle.evaluation.metric.Metric;
import dev.fettle.kernel.JavaException;
import dev.fettle.kernel.Notebook;
import dev.fettle.kernel.objective.MetricSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The metrics of a study as the notebook has them today. */
public record OwnMetrics(Notebook notebook) {
    /**
     * What a study is about, with the metrics of the notebook as they are now; the subject itself if it has none.
     *
     * @throws JavaException if one of them does not compile any more
     * @throws IllegalArgumentException if one of them is no metric any more
     */
    public Subject.OfModel renewed(Subject.OfModel subject) throws JavaException {
        List<Metric> now = new ArrayList<>();
        Map<String, MetricSource> sources = new TreeMap<>();
        for (Metric metric : subject.model().objective().metrics()) {
            String id = metric.id();
            if (MetricReader.isOwn(id, notebook)) {
                sources.put(
                        id,
                        MetricSource.of(id, metric.direction(), notebook)
                                .orElseThrow(() -> new IllegalArgumentException(MetricReader.unfit(id, notebook))));
            }
            now.add(sources.containsKey(id) ? sources.get(id).metric() : metric);
        }
        if (sources.isEmpty()) {
            return subject;
        }
        Map<String, String> marks = new TreeMap<>(subject.marks());
        marks.putAll(new MetricReader.Own(sources).fingerprints());
        return subject.with(subject.model().of(subject.model().objective().learner(), now), marks);
    }
}
