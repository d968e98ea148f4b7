namespace ResumeService.Skills;

/// <summary>What a word says about the skill beside it.</summary>
[Flags]
internal enum WordRoles
{
    None = 0,

    /// <summary>Joins the items of a list.</summary>
    Conjunction = 1,

    /// <summary>Leads to what somebody works with: "in Go", "with React", "using R".</summary>
    Preposition = 2,

    /// <summary>Speaks of command of something: "experience in", "proficient with", "knowledge of".</summary>
    Command = 4,

    /// <summary>Speaks of making something: "built with", "written in".</summary>
    Making = 8,

    /// <summary>Takes a skill as its object without a preposition: "using Go", "know R".</summary>
    Using = 16,

    /// <summary>Follows the name of a technology: "Go developer", "React components".</summary>
    Follower = 32,

    /// <summary>Follows the name of any skill: "sales experience", "design skills".</summary>
    SkillNoun = 64,

    /// <summary>Stands in the label or heading of a list of skills: "Languages:", "Technical skills".</summary>
    Label = 128,

    /// <summary>A word without meaning of its own that may follow a skill: "security for", "design of".</summary>
    Function = 256,

    /// <summary>Denies what follows.</summary>
    Denial = 512,

    /// <summary>Stands between a denial and the skill: "no prior experience with Java".</summary>
    DenialFiller = 1024,

    /// <summary>What is not asked for: "Java is not required".</summary>
    Need = 2048,

    /// <summary>Closes a list: "etc.".</summary>
    ListEnd = 4096,

    /// <summary>Judges a skill named before it: "Go is a plus", "Go preferred".</summary>
    Wanted = 8192,
}

internal static class ContextWords
{
    public static readonly (WordRoles Role, string Words)[] ByRole =
    [
        (WordRoles.Conjunction, "and or und oder y et e o ou nor plus as 和 与 及 或 并 或者 以及"),
        (WordRoles.Preposition, "in with using via of on into through within around about like mit en avec con"),
        (WordRoles.Command,
            "experience experienced experiences proficient proficiency skilled skills skill expertise expert experts knowledge knowledgeable familiar familiarity fluent fluency background "
            + "competent competency competencies competence trained training understanding exposure mastery command strong solid specialist specializing specializing specialised specialized specializes grounding "
            + "versed well-versed hands-on qualified qualification qualifications certified certification ability confident comfortable passionate passion interest degree course coursework courses"),
        (WordRoles.Making,
            "built build building wrote written write writing developed develop developing implemented implementing implement created creating programmed programming coded coding deployed deploying "
            + "designed designing worked working work automated migrated engineered rewrote rewritten prototyped managed configured delivered scripted application applications services app apps project projects "
            + "backend frontend tools code pipeline pipelines system systems microservices api apis platform software features"),
        (WordRoles.Using, "using use uses used know knows learn learned learning utilize utilizing utilized utilising leveraging leveraged"),
        (WordRoles.Follower,
            "developer developers engineer engineers engineering programming programmer programmers language languages framework frameworks library libraries scripting scripts script code codebase codebases coding development "
            + "services service microservices microservice backend back-end frontend front-end apps app applications application components component hooks stack ecosystem sdk api apis server servers "
            + "plugin plugins module modules package packages certified certification based dev devs cluster clusters jobs macros formulas pivot spreadsheets dashboards packages tooling unit routines compiler "
            + "job pipeline pipelines project projects specialist consultant architect expert"),
        (WordRoles.SkillNoun, "skills skill experience knowledge expertise background proficiency certification certifications competency fundamentals principles concepts methodologies methodology tools techniques technologies practices qualification degree"),
        (WordRoles.Label,
            "skill skills languages language technologies technology tech tools tool stack frameworks framework libraries databases database platforms platform proficient proficiency proficiencies expertise competencies "
            + "competences software programming environment environments web frontend backend front-end back-end cloud devops testing methodologies methods os ide ides technical keywords toolbox toolkit scripting coding "
            + "knowledge strengths areas core specialties specialities qualifications requirements certifications systems applications packages abilities know-how kenntnisse"),
        (WordRoles.Function, "of for at on in to with from by is are was will as through across within into using while when where that which including such"),
        (WordRoles.Denial, "no not without never non nor excluding except neither"),
        (WordRoles.DenialFiller, "prior previous need needed required requiring requires require experience knowledge of in with any the a to for have use using skills background necessary specific prerequisite"),
        (WordRoles.Need, "required needed necessary mandatory essential expected requirement must prerequisite"),
        (WordRoles.Wanted, "required preferred needed desirable desired welcome mandatory essential optional advantageous plus bonus must advantage asset"),
        (WordRoles.ListEnd, "etc usw et al"),
    ];

    /// <summary>Chinese words after which a skill is named.</summary>
    public static readonly string[] ChineseBefore = ["熟悉", "精通", "掌握", "了解", "使用", "熟练", "运用", "采用", "基于", "会", "用", "擅长", "学习", "语言", "技能", "技术", "工具", "框架"];

    /// <summary>Chinese words that follow a skill's name.</summary>
    public static readonly string[] ChineseAfter = ["语言", "开发", "编程", "工程师", "框架", "技术", "经验", "程序", "服务", "后端", "前端", "脚本", "项目"];
}
