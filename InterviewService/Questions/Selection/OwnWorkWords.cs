namespace InterviewService.Questions.Selection;

/// <summary>What questions about own work aim at and what a good answer holds, in one language.</summary>
internal abstract class OwnWorkWords
{
    private static readonly OwnWorkWords English = new EnglishWords();
    private static readonly OwnWorkWords Chinese = new ChineseWords();

    public abstract string Projects { get; }

    public abstract string Technical { get; }

    public abstract string Situational { get; }

    public abstract string Behavioral { get; }

    public static OwnWorkWords Of(string language) => language == Interviewee.Chinese ? Chinese : English;

    /// <summary>Intention, key points and the question to go on with.</summary>
    public abstract (string Intention, IReadOnlyList<string> KeyPoints, string FollowUp) Guide(WrittenQuestion question);

    /// <summary>Why this person is asked it.</summary>
    public abstract string Why(WrittenQuestion question);

    /// <summary>What an answer should be built like, with the person's own material and nothing beside it.</summary>
    public abstract string Outline(WrittenQuestion question, IReadOnlyList<string> keyPoints);

    private sealed class EnglishWords : OwnWorkWords
    {
        public override string Projects => "Projects";

        public override string Technical => "Technical practice";

        public override string Situational => "Situations";

        public override string Behavioral => "Behaviour";

        public override (string Intention, IReadOnlyList<string> KeyPoints, string FollowUp) Guide(WrittenQuestion question) => question.Type switch
        {
            QuestionType.ProjectBased => (
                "Shows how deep your own part in the work went, and how you decide.",
                [
                    $"What {question.Project ?? "the project"} was for and who used it",
                    question.Line is { } line ? $"How “{line}” was done, step by step" : question.Skill is { } skill ? $"What {skill} did in it and why it was chosen" : "The decision that mattered most and the alternative you turned down",
                    "Your own part, apart from that of the others",
                    "What was difficult and how you dealt with it",
                    "What came of it, with a figure or a reaction",
                ],
                "Which figure or reaction tells you that it worked, and what would you change today?"),
            QuestionType.Technical => (
                $"Tells practice with {question.Skill ?? "your field"} from having heard of it.",
                [
                    $"A concrete case in which you used {question.Skill ?? "it"}",
                    "How you went about it, in the terms of the field",
                    "Why this way and not another, with its price",
                    "How you checked that it was right",
                ],
                "Where are the limits of doing it that way, and how would you notice that you have reached them?"),
            QuestionType.Situational when question.Needs.Contains("gap", StringComparison.Ordinal) => (
                $"Shows how honestly you see what you lack and how you learn: the role asks for {question.Skill}.",
                [
                    $"An honest word on what you know of {question.Skill} today",
                    "Which of your own experience carries over, with an example",
                    "A plan with steps, time and something to show at its end",
                    "Whom or what you would ask for help",
                ],
                $"What would you have built or tried with {question.Skill} after two weeks, and how would you know that it is good?"),
            QuestionType.Situational => (
                "Shows how you think and act when it is not clear what to do.",
                ["What you would find out first", "What you would do, in order, and why in this order", "Whom you would tell or ask", "What you would do so that it does not happen again"],
                "When did you face something like that, and what did you do?"),
            _ => (
                "Shows how you work with others and what you learn from it, by something that happened.",
                [
                    question.Line is { } line ? $"The situation behind “{line}”" : "A situation that really happened: where, when, with whom",
                    "What your task was in it",
                    "What you did yourself, step by step",
                    "What came of it, with a figure or a reaction",
                    "What you took from it",
                ],
                "What was the result, and what did you change in your way of working after it?"),
        };

        public override string Why(WrittenQuestion question) => question switch
        {
            { Line: { } line } => $"Your resume says: “{line}”.",
            { Type: QuestionType.Situational, Skill: { } skill } when question.Needs.Contains("gap", StringComparison.Ordinal) => $"The job asks for {skill}, which your resume does not show.",
            { Type: QuestionType.Situational, Needs: "experience" } => "The job asks for more years than your resume shows.",
            { Project: { } project, Skill: { } skill } => $"Your resume names {skill} in {project}.",
            { Project: { } project } => $"Your resume names {project}.",
            { Skill: { } skill } => $"Your resume names {skill}.",
            { Job: { } job } => $"Asked about your time {job}.",
            _ => "Asked of everybody: your resume gives no closer occasion.",
        };

        public override string Outline(WrittenQuestion question, IReadOnlyList<string> keyPoints)
        {
            var start = question.Line is { } line ? $"Start from your own line “{line}”. " : question.Project is { } project ? $"Stay with {project}. " : question.Job is { } job ? $"Take one case from the time {job}. " : "Take one case that really happened. ";
            return start + "A strong answer gives: " + string.Join("; ", keyPoints.Select(point => char.ToLowerInvariant(point[0]) + point[1..])) + ".";
        }
    }

    private sealed class ChineseWords : OwnWorkWords
    {
        public override string Projects => "项目经历";

        public override string Technical => "技术实践";

        public override string Situational => "情景题";

        public override string Behavioral => "行为面试";

        public override (string Intention, IReadOnlyList<string> KeyPoints, string FollowUp) Guide(WrittenQuestion question) => question.Type switch
        {
            QuestionType.ProjectBased => (
                "考察你在工作中的实际参与深度，以及你如何做决定。",
                [
                    $"{question.Project ?? "项目"}的目标和使用者",
                    question.Line is { } line ? $"“{line}”是如何一步步完成的" : question.Skill is { } skill ? $"{skill}在其中的作用以及选择它的原因" : "最关键的决定以及放弃的方案",
                    "你自己负责的部分",
                    "遇到的困难和解决办法",
                    "结果，最好有数据或反馈",
                ],
                "有哪些数据或反馈说明它有效？今天你会改变什么？"),
            QuestionType.Technical => (
                $"区分对{question.Skill ?? "本领域"}的实践经验和一般了解。",
                [$"一个使用{question.Skill ?? "它"}的具体案例", "做法，用本领域的术语说明", "为什么这样做，代价是什么", "如何验证是正确的"],
                "这种做法的边界在哪里？你如何发现已经到达边界？"),
            QuestionType.Situational when question.Needs.Contains("gap", StringComparison.Ordinal) => (
                $"考察你如何看待自己的不足以及如何学习：岗位需要{question.Skill}。",
                [$"坦诚说明目前对{question.Skill}的了解", "哪些已有经验可以迁移，并举例", "有步骤、有时间、有成果的计划", "向谁求助或查阅什么"],
                $"两周之后你会用{question.Skill}做出什么？如何判断它的质量？"),
            QuestionType.Situational => (
                "考察你在情况不明朗时如何思考和行动。",
                ["首先要弄清楚什么", "按什么顺序做什么，为什么", "告知或请教谁", "如何避免再次发生"],
                "你遇到过类似的情况吗？当时是怎么做的？"),
            _ => (
                "通过真实发生的事情考察你如何与人合作、学到了什么。",
                [
                    question.Line is { } line ? $"“{line}”背后的情况" : "真实发生的情境：地点、时间、人物",
                    "你的任务是什么",
                    "你自己一步步做了什么",
                    "结果，最好有数据或反馈",
                    "你的收获",
                ],
                "结果如何？之后你的工作方式有什么改变？"),
        };

        public override string Why(WrittenQuestion question) => question switch
        {
            { Line: { } line } => $"你的简历写道：“{line}”。",
            { Type: QuestionType.Situational, Skill: { } skill } when question.Needs.Contains("gap", StringComparison.Ordinal) => $"岗位需要{skill}，而你的简历没有体现。",
            { Type: QuestionType.Situational, Needs: "experience" } => "岗位要求的年限多于你的简历所显示的。",
            { Project: { } project, Skill: { } skill } => $"你的简历在{project}中提到{skill}。",
            { Project: { } project } => $"你的简历提到{project}。",
            { Skill: { } skill } => $"你的简历提到{skill}。",
            { Job: { } job } => $"针对你{job}的经历。",
            _ => "通用问题：简历中没有更贴近的内容。",
        };

        public override string Outline(WrittenQuestion question, IReadOnlyList<string> keyPoints)
        {
            var start = question.Line is { } line ? $"从你自己写的“{line}”讲起。" : question.Project is { } project ? $"围绕{project}。" : question.Job is { } job ? $"选取{job}的一个案例。" : "选取一个真实的案例。";
            return start + "好的回答包括：" + string.Join("；", keyPoints) + "。";
        }
    }
}
