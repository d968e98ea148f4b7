using System.Collections.Frozen;

namespace InterviewService.Evaluation;

/// <summary>Different words for one thing, and words for opposite things, among those that interview answers use.</summary>
internal static class Synonyms
{
    // One group a line; the first word names it. Only words whose everyday and technical meanings do not clash.
    private const string Groups = """
        fast quick rapid speedy speed
        slow sluggish
        database db rdbms
        kubernetes k8s
        javascript js
        typescript ts
        postgresql postgres
        authentication auth login signin
        configuration config
        environment env
        repository repo
        application app
        documentation docs
        production prod
        development dev
        administrator admin
        parameter param argument
        directory folder
        identifier id ids
        operation op ops
        machine-learning ml
        error failure fail fault failing
        bug defect
        outage downtime
        restart reboot
        remove delete erase drop
        add append
        create generate
        modify change alter edit
        begin start
        end finish complete
        buy purchase
        customer client
        colleague coworker teammate
        manager boss supervisor lead
        job role position
        goal objective aim target
        problem issue trouble difficulty
        solution fix remedy cure
        big large huge
        small little tiny
        show demonstrate
        explain clarify
        help support assist
        improve enhance better
        reduce decrease lower shrink cut
        increase raise grow
        cheap inexpensive
        expensive costly cost price
        important crucial essential critical vital
        necessary required mandatory need
        simple easy
        hard difficult
        safe secure security
        attacker hacker adversary
        risk danger
        check verify validate
        test testing
        measure metric
        estimate estimation
        duplicate repeat repeated twice
        acknowledge ack acknowledgement acks
        queue broker
        latency delay
        concurrent parallel simultaneous
        lock mutex
        transaction tx
        rollback revert undo
        deploy deployment rollout ship release
        container docker
        vm virtual
        image images
        user users
        memory ram
        processor cpu
        core cores
        storage disk
        cache caching cached
        expire expiry expiration ttl
        invalidate evict eviction
        immutable unchangeable readonly
        unique distinct
        sort order ordering
        random randomly
        average mean
        percent percentage share ratio proportion
        accuracy correct right
        wrong incorrect
        early soon
        late delayed
        deadline date
        meeting session one-to-one
        talk speak discuss conversation
        listen hear
        ask request
        answer reply response respond
        agree consensus
        disagree disagreement conflict
        employee staff
        salary wage pay payment paid
        revenue income sale
        expense spending
        book record post
        teach mentor coach
        learn study
        example instance
        function method
        class type
        object instance
        thread threads
        process processes
        request call
        endpoint route url
        encrypt encryption cipher
        decrypt decryption
        script javascript
        escape encode
        sanitise sanitize sanitizer
        isolate separate
        notify inform tell
        monitor observe watch
        dashboard metrics
        postmortem retrospective retro
        training train
        dataset data
        noise quirk peculiarity
        generalise generalize
        regularise regularize regularisation regularization
        miss overlook
        alarm alert
        """;

    private const string Opposites = """
        fast slow; increase reduce; high low; big small; mutable immutable; public private; strong weak; safe unsafe; safe dangerous
        allow deny; allow forbid; good bad; cheap expensive; simple complex; early late; same different; sync async; synchronous asynchronous; optimistic pessimistic
        positive negative; success error; success failure; stateless stateful; horizontal vertical; shallow deep; explicit implicit; wide narrow;
        internal external; accept reject; enable disable; encrypt plaintext; rise fall; inside outside; legal illegal; linear constant; symmetric asymmetric
        """;

    private static readonly FrozenSet<string> Directions = new[] { "before", "after", "above", "below", "always", "never", "more", "less" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Folded = ReadGroups();
    private static readonly FrozenSet<(string, string)> Opposed = ReadOpposites();
    private static readonly FrozenSet<string> WithOpposite = Opposed.Select(pair => pair.Item1).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The stem that stands for all words of one meaning.</summary>
    public static string Fold(string stem) => Folded.GetValueOrDefault(stem, stem);

    /// <summary>The words of two stems say opposite things, such as faster and slower.</summary>
    public static bool AreOpposite(string left, string right) => Opposed.Contains((left, right));

    public static bool HasOpposite(string stem) => WithOpposite.Contains(stem);

    public static bool TellsDirection(string word) => Directions.Contains(word);

    private static FrozenDictionary<string, string> ReadGroups()
    {
        var folded = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in Groups.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var words = line.Split(' ');
            var head = Stemmer.Stem(words[0]);
            foreach (var word in words)
                folded.TryAdd(Stemmer.Stem(word), folded.GetValueOrDefault(head, head));
        }

        return folded.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static FrozenSet<(string, string)> ReadOpposites()
    {
        var pairs = new HashSet<(string, string)>();
        foreach (var pair in Opposites.Split([';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var words = pair.Split(' ');
            var (left, right) = (Fold(Stemmer.Stem(words[0])), Fold(Stemmer.Stem(words[1])));
            pairs.Add((left, right));
            pairs.Add((right, left));
        }

        foreach (var (left, right) in (ReadOnlySpan<(string, string)>)[("before", "after"), ("above", "below"), ("always", "never"), ("more", "less")])
        {
            pairs.Add((left, right));
            pairs.Add((right, left));
        }

        return pairs.ToFrozenSet();
    }
}
