package io.otklik.jobs.misinformation;

import io.otklik.schemas.Alert;
import io.otklik.schemas.Claim;
import io.otklik.schemas.Copy;
import io.otklik.schemas.Message;
import io.otklik.schemas.Suspicion;
import io.otklik.schemas.Verdict;
import io.otklik.schemas.VerdictStep;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

import java.time.Duration;
import java.util.function.Consumer;

/** The topology of job {@code misinformation}. */
public final class MisinformationPipeline {

    /** Steps from copy to copy on which a story's first message becomes known. */
    static final int STEPS = 4;

    private MisinformationPipeline() {}

    /**
     * Finds stories among messages, follows them, and gives each output to its consumer.
     *
     * @param references claims, the register and rule books, for all tasks
     * @param claims the claims, for who follows them
     * @param ttl how long after it was last published a text has copies
     */
    public static void define(
            DataStream<Message> messages,
            DataStream<Reference> references,
            DataStream<Claim> claims,
            DataStream<Verdict> verdicts,
            Duration ttl,
            Consumer<DataStream<Suspicion>> suspicions,
            Consumer<DataStream<Copy>> copies,
            Consumer<DataStream<Alert>> alerts) {
        Age age = Age.of(ttl);
        SingleOutputStreamOperator<Sighting> sightings =
                messages.connect(
                                references.broadcast(
                                        KnownClaims.CLAIMS,
                                        OfficialPages.PAGES,
                                        SignalsInForce.BOOKS))
                        .process(new ReadTexts(), TypeInformation.of(Sighting.class))
                        .name("read texts")
                        .uid("read-texts");
        DataStream<Sighting> questions =
                sightings
                        .getSideOutput(ReadTexts.THREADS)
                        .keyBy(ThreadFact::threadId, Types.STRING)
                        .process(new AskUnderPosts(age), TypeInformation.of(Sighting.class))
                        .name("ask under posts")
                        .uid("ask-under-posts");
        DataStream<Sighting> sharingLinks =
                sightings
                        .getSideOutput(ReadTexts.LINKS)
                        .keyBy(LinkFact::link, Types.STRING)
                        .process(new MeetAtLinks(), TypeInformation.of(Sighting.class))
                        .name("meet at links")
                        .uid("meet-at-links");
        DataStream<StoryFact> members =
                sightings
                        .union(questions, sharingLinks)
                        .keyBy(Sighting::textId, Types.LONG)
                        .connect(
                                labels(sightings.getSideOutput(ReadTexts.TEXTS), age)
                                        .keyBy(Hop::to, Types.LONG))
                        .process(new AssignStory(age), TypeInformation.of(Member.class))
                        .name("assign story")
                        .uid("assign-story")
                        .map(StoryFact::of)
                        .returns(StoryFact.class)
                        .name("member facts")
                        .uid("member-facts");
        SingleOutputStreamOperator<StoryTold> stories =
                members.union(
                                verdicts.filter(step -> step.step() == VerdictStep.REGISTERED)
                                        .name("registrations")
                                        .uid("registrations")
                                        .map(StoryFact::of)
                                        .returns(StoryFact.class)
                                        .name("registration facts")
                                        .uid("registration-facts"))
                        .keyBy(StoryFact::story, Types.STRING)
                        .connect(
                                references.broadcast(
                                        KnownClaims.CLAIMS,
                                        OfficialPages.PAGES,
                                        SignalsInForce.BOOKS))
                        .process(new FollowStory(age), TypeInformation.of(StoryTold.class))
                        .name("follow story")
                        .uid("follow-story");
        SingleOutputStreamOperator<Suspicion> followed =
                facts(stories, verdicts, claims)
                        .keyBy(SubjectFact::subject, Types.STRING)
                        .connect(references.broadcast(SignalsInForce.BOOKS))
                        .process(new FollowClaim(age), TypeInformation.of(Suspicion.class))
                        .name("follow claim")
                        .uid("follow-claim");
        suspicions.accept(followed);
        copies.accept(stories.getSideOutput(FollowStory.COPIES));
        alerts.accept(followed.getSideOutput(FollowClaim.ALERTS));
    }

    /** For each text that has near copies the first message among them. */
    private static DataStream<Hop> labels(DataStream<SeenText> texts, Age age) {
        SingleOutputStreamOperator<Drawn> lots =
                texts.keyBy(SeenText::textId, Types.LONG)
                        .process(new FirstSight(age), TypeInformation.of(Drawn.class))
                        .name("first sight")
                        .uid("first-sight");
        DataStream<Hop> labels =
                lots.keyBy(Drawn::shelf, Types.INT)
                        .process(new FindCopies(age), TypeInformation.of(Hop.class))
                        .name("find copies")
                        .uid("find-copies")
                        .union(lots.getSideOutput(FirstSight.LABELS));
        for (int step = 1; step <= STEPS; step++) {
            labels =
                    labels.keyBy(Hop::to, Types.LONG)
                            .process(new PassLabel(age), TypeInformation.of(Hop.class))
                            .name("pass label " + step)
                            .uid("pass-label-" + step);
        }
        return labels;
    }

    private static DataStream<SubjectFact> facts(
            DataStream<StoryTold> stories, DataStream<Verdict> verdicts, DataStream<Claim> claims) {
        return stories.map(SubjectFact::of)
                .returns(SubjectFact.class)
                .name("story facts")
                .uid("story-facts")
                .union(
                        verdicts.map(SubjectFact::of)
                                .returns(SubjectFact.class)
                                .name("verdict facts")
                                .uid("verdict-facts"),
                        claims.map(SubjectFact::of)
                                .returns(SubjectFact.class)
                                .name("claim facts")
                                .uid("claim-facts"));
    }
}
