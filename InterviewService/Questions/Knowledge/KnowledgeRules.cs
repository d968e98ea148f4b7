namespace InterviewService.Questions.Knowledge;

/// <summary>What JSON cannot say about the data files: each rule fails with the file and the id that break it.</summary>
internal sealed class KnowledgeRules
{
    private const int FewestKeyPoints = 4;
    private const int MostKeyPoints = 7;
    private const int FewestMistakes = 3;
    private const int MostMistakes = 10;
    private const int MostOtherAnswers = 4;

    private readonly HashSet<string> _families = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly HashSet<string> _texts = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The version that all files checked so far share.</summary>
    public string Version { get; private set; } = "";

    /// <exception cref="InvalidDataException">The file, or the file together with those before it, breaks a rule.</exception>
    public void Check(string name, KnowledgeFile file)
    {
        if (Version.Length == 0)
            Version = file.Version;
        Require(file.Version.Length > 0 && file.Version == Version, name, "", $"the version is '{file.Version}', elsewhere '{Version}'");
        Require(!string.IsNullOrWhiteSpace(file.Family) && _families.Add(file.Family), name, "", $"the family '{file.Family}' is empty or has another file");
        foreach (var topic in file.Topics)
        {
            Require(!string.IsNullOrWhiteSpace(topic.Id) && _ids.Add(topic.Id), name, topic.Id, "the id is empty or used twice");
            Require(!string.IsNullOrWhiteSpace(topic.Name), name, topic.Id, "the name is empty");
            Require(AreDistinct(topic.Skills), name, topic.Id, "a skill is empty or there twice");
            Require(topic.Questions.Count > 0, name, topic.Id, "no questions");
            foreach (var question in topic.Questions)
                Check(name, file, topic, question);
        }
    }

    private void Check(string name, KnowledgeFile file, KnowledgeFile.TopicEntry topic, KnowledgeFile.QuestionEntry question)
    {
        Require(question.Id.StartsWith(topic.Id + "-", StringComparison.Ordinal), name, question.Id, $"the id does not start with '{topic.Id}-'");
        Require(_ids.Add(question.Id), name, question.Id, "the id is used twice");
        Require(_texts.Add(question.Text), name, question.Id, "the same question is there twice");
        CheckWords(name, question.Id, question.Text, question.Intention, question.Answer, question.FollowUp);
        CheckKeyPoints(name, question.Id, question.KeyPoints);
        CheckMistakes(name, question.Id, question.Mistakes);
        Require(question.OtherAnswers.Count is >= 1 and <= MostOtherAnswers, name, question.Id, $"{question.OtherAnswers.Count} other answers instead of 1 to {MostOtherAnswers}");
        Require(AreDistinct(question.OtherAnswers), name, question.Id, "an other answer is empty or there twice");
        Require(question.Star is not null == file.Behavioural, name, question.Id, "STAR guidance belongs to behavioural questions, and to each of them");
        if (question.Star is { } star)
            CheckWords(name, question.Id, star.Situation, star.Task, star.Action, star.Result);
        if (question.Chinese is not { } chinese)
            return;
        CheckWords(name, question.Id, chinese.Text, chinese.Intention, chinese.Answer, chinese.FollowUp);
        CheckKeyPoints(name, question.Id, chinese.KeyPoints);
        Require(chinese.KeyPoints.Count == question.KeyPoints.Count, name, question.Id, "Chinese and English have not the same key points");
        Require(chinese.Mistakes is null == file.Behavioural, name, question.Id, "Chinese mistakes belong to each Chinese question but the behavioural ones");
        if (chinese.Mistakes is { } mistakes)
            CheckMistakes(name, question.Id, mistakes);
    }

    private static void CheckWords(string name, string id, params ReadOnlySpan<string> texts)
    {
        foreach (var text in texts)
            Require(!string.IsNullOrWhiteSpace(text), name, id, "a text is empty");
    }

    private static void CheckKeyPoints(string name, string id, IReadOnlyList<string> keyPoints)
    {
        Require(keyPoints.Count is >= FewestKeyPoints and <= MostKeyPoints, name, id, $"{keyPoints.Count} key points instead of {FewestKeyPoints} to {MostKeyPoints}");
        Require(AreDistinct(keyPoints), name, id, "a key point is empty or there twice");
    }

    private static void CheckMistakes(string name, string id, IReadOnlyList<string> mistakes)
    {
        Require(mistakes.Count is >= FewestMistakes and <= MostMistakes, name, id, $"{mistakes.Count} mistakes instead of {FewestMistakes} to {MostMistakes}");
        Require(AreDistinct(mistakes), name, id, "a mistake is empty or there twice");
    }

    private static bool AreDistinct(IReadOnlyList<string> texts) =>
        texts.All(text => !string.IsNullOrWhiteSpace(text)) && texts.Distinct(StringComparer.OrdinalIgnoreCase).Count() == texts.Count;

    private static void Require(bool kept, string name, string id, string otherwise)
    {
        if (!kept)
            throw new InvalidDataException($"Question bank, {name}{(id.Length == 0 ? "" : ", " + id)}: {otherwise}.");
    }
}
