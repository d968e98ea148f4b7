using ChatCvService.Conversation.Facts;
using ChatCvService.Conversation.Text;
using ChatCvService.CvData;

namespace ChatCvService.Conversation.Merging;

/// <summary>
/// A CV while facts are put into it: same company and title update, else append; lists are unions; a later single value replaces an earlier one.
/// Newest positions stand first.
/// </summary>
internal sealed class Draft
{
    private readonly List<Job> _jobs;
    private readonly List<School> _schools;
    private readonly List<Project> _projects;
    private readonly bool _isAboutJobs;
    private int _job;
    private int _school;
    private int _project;

    public Draft(Cv cv, Memory memory)
    {
        Cv = cv;
        _jobs = [.. cv.Experience];
        _schools = [.. cv.Education];
        _projects = [.. cv.KeyProjectsAchievements];
        (_job, _school, _project) = (memory.Job, memory.School, memory.Project);
        _isAboutJobs = memory.Asked == Topic.Experience;
        Focus = memory.Focus;
        JobDescription = memory.JobDescription;
    }

    public Cv Cv
    {
        get => field with { Experience = _jobs, Education = _schools, KeyProjectsAchievements = _projects };
        private set;
    }

    public Topic Focus { get; private set; }

    public string JobDescription { get; private set; }

    /// <summary>What was taken over, for the reply.</summary>
    public List<Change> Changes { get; } = [];

    public Memory Remember(Memory memory) => memory with { Job = _job, School = _school, Project = _project, Focus = Focus, JobDescription = JobDescription };

    public void Apply(IEnumerable<Fact> facts)
    {
        foreach (var fact in facts)
            Apply(fact);
    }

    public void Apply(Fact fact)
    {
        switch (fact)
        {
            case PersonFact person:
                Put(person);
                break;
            case JobFact job:
                Put(job);
                break;
            case SchoolFact school:
                Put(school);
                break;
            case SkillFact skill:
                Put(skill);
                Focus = Topic.None;
                break;
            case ProjectFact project:
                Put(project);
                break;
            case AwardFact award when !Cv.AwardsAndRecognitions.Any(known => Same(known, award.Value)):
                Cv = Cv with { AwardsAndRecognitions = [.. Cv.AwardsAndRecognitions, award.Value] };
                Focus = Topic.None;
                Changes.Add(new Change(Topic.Awards, award.Value));
                break;
            case LetterFact letter:
                Put(letter);
                break;
            case JobDescriptionFact description:
                JobDescription = description.Text;
                Changes.Add(new Change(Topic.Letter, "the job description"));
                break;
        }
    }

    /// <summary>Replaces the whole CV, as deletions and corrections by text do; the focus moves nowhere.</summary>
    public void Replace(Cv cv, Change change)
    {
        Cv = cv;
        Reset(_jobs, cv.Experience, ref _job);
        Reset(_schools, cv.Education, ref _school);
        Reset(_projects, cv.KeyProjectsAchievements, ref _project);
        Changes.Add(change);

        static void Reset<T>(List<T> list, IReadOnlyList<T> items, ref int focus)
        {
            var copy = items.ToArray();
            if (copy.Length != list.Count)
                focus = copy.Length > 0 ? Math.Min(focus, copy.Length - 1) : -1;
            list.Clear();
            list.AddRange(copy);
        }
    }

    private void Put(PersonFact fact)
    {
        var info = Cv.PersonalInfo;
        var known = fact.Field switch
        {
            PersonField.FullName => info.FullName,
            PersonField.Title => info.Title,
            PersonField.Phone => info.Phone,
            PersonField.Email => info.Email,
            PersonField.Linkedin => info.Linkedin,
            PersonField.Website => info.Website,
            PersonField.Location => info.Location,
            _ => Cv.Summary,
        };
        if (fact.Value.Length == 0 || known == fact.Value || (fact.OnlyIfEmpty && known.Length > 0))
            return;
        Cv = fact.Field switch
        {
            PersonField.FullName => Cv with { PersonalInfo = info with { FullName = fact.Value } },
            PersonField.Title => Cv with { PersonalInfo = info with { Title = fact.Value } },
            PersonField.Phone => Cv with { PersonalInfo = info with { Phone = fact.Value } },
            PersonField.Email => Cv with { PersonalInfo = info with { Email = fact.Value } },
            PersonField.Linkedin => Cv with { PersonalInfo = info with { Linkedin = fact.Value } },
            PersonField.Website => Cv with { PersonalInfo = info with { Website = fact.Value } },
            PersonField.Location => Cv with { PersonalInfo = info with { Location = fact.Value } },
            _ => Cv with { Summary = fact.Value },
        };
        var topic = fact.Field switch
        {
            PersonField.FullName or PersonField.Title => Topic.Identity,
            PersonField.Summary => Topic.Summary,
            _ => Topic.Contact,
        };
        Changes.Add(new Change(topic, fact.Value, known.Length > 0 ? ChangeKind.Changed : ChangeKind.Added));
    }

    private void Put(JobFact fact)
    {
        var last = _job >= 0 && _job < _jobs.Count ? _jobs[_job] : null;
        if (fact.FollowsLast && last is not null && Dates.MonthYear.Parse(last.EndDate) is not null)
            fact = fact with { Start = last.EndDate };
        if (fact.IsThere && last is { Company.Length: > 0, Title.Length: > 0 } && !Same(last.Title, fact.Title))
            fact = fact with { Company = last.Company, Location = Or(fact.Location, last.Location) };
        if (fact.IsPromotion && last is { Company.Length: > 0 } && !Same(last.Title, fact.Title))
        {
            fact = fact with { Company = last.Company, Location = last.Location, End = Or(fact.End, last.EndDate) };
            if (fact.Start.Length > 0 && last.EndDate is "" or "Present")
                _jobs[_job] = last with { EndDate = fact.Start };
        }

        var index = IndexOf(fact);
        Focus = Topic.Experience;
        if (index < 0)
        {
            if (fact.Title.Length == 0 && fact.Company.Length == 0 && (fact.Bullets.Count == 0 || !_isAboutJobs))
                return;
            var job = Merge(new Job(), fact);
            _job = PlaceFor(job);
            _jobs.Insert(_job, job);
            Changes.Add(new Change(Topic.Experience, NameOf(job)));
            return;
        }

        var merged = Merge(_jobs[index], fact);
        _job = index;
        if (merged == _jobs[index])
            return;
        _jobs.RemoveAt(index);
        _job = fact.Start.Length > 0 || fact.End.Length > 0 ? PlaceFor(merged) : index;
        _jobs.Insert(_job, merged);
        DropTwin();
        if (!Changes.Any(change => change.Topic == Topic.Experience && change.What == NameOf(merged)))
            Changes.Add(new Change(Topic.Experience, NameOf(merged), ChangeKind.Changed));
    }

    /// <summary>A correction may make two jobs the same one: what was said of both is kept once.</summary>
    private void DropTwin()
    {
        var job = _jobs[_job];
        var twin = Enumerable.Range(0, _jobs.Count).FirstOrDefault(
            i => i != _job && Same(_jobs[i].Title, job.Title) && Same(_jobs[i].Company, job.Company) && _jobs[i].StartDate == job.StartDate && _jobs[i].EndDate == job.EndDate, -1);
        if (twin < 0)
            return;
        _jobs[_job] = job with { Location = Or(job.Location, _jobs[twin].Location), DescriptionBullets = Union(_jobs[twin].DescriptionBullets, job.DescriptionBullets) };
        _jobs.RemoveAt(twin);
        if (twin < _job)
            _job--;
    }

    private static string NameOf(Job job) => job switch
    {
        { Title.Length: > 0, Company.Length: > 0 } => $"{job.Title} at {job.Company}",
        { Title.Length: > 0 } => job.Title,
        { Company.Length: > 0 } => $"your work at {job.Company}",
        _ => "what you did",
    };

    private int IndexOf(JobFact fact)
    {
        var focus = _job >= 0 && _job < _jobs.Count ? _job : _jobs.Count - 1;
        if (fact.Company.Length == 0 && fact.Title.Length == 0)
            return focus;
        if (fact.Company.Length == 0 && fact.Location.Length + fact.Start.Length + fact.End.Length + fact.Bullets.Count == 0 && focus >= 0 && _jobs[focus].Title.Length == 0)
            return focus;
        if (fact.Company.Length == 0)
        {
            var titled = _jobs.FindIndex(job => Same(job.Title, fact.Title) && (job.StartDate.Length == 0 || fact.Start.Length == 0 || job.StartDate == fact.Start));
            if (titled >= 0)
                return titled;
            var isOpen = focus >= 0 && Focus == Topic.Experience && (_jobs[focus].Title.Length == 0 || fact.IsCorrection) && (fact.Start.Length == 0 || _jobs[focus].StartDate.Length == 0);
            return isOpen ? focus : -1;
        }

        var same = Enumerable.Range(0, _jobs.Count).Where(i => SameCompany(_jobs[i].Company, fact.Company)).ToList();
        if (same.Count == 0)
        {
            // "Title: X" came first, "Company: Y" completes it.
            var completes = focus >= 0 && Focus == Topic.Experience && _jobs[focus].Company.Length == 0 && (fact.Title.Length == 0 || Same(_jobs[focus].Title, fact.Title) || _jobs[focus].Title.Length == 0);
            return completes ? focus : -1;
        }

        var exact = same.FindIndex(i => fact.Title.Length > 0 && Same(_jobs[i].Title, fact.Title));
        if (exact >= 0)
            return same[exact];
        if (fact.Title.Length == 0)
            return same.Contains(focus) ? focus : same[0];
        var untitled = same.FindIndex(i => _jobs[i].Title.Length == 0);
        return untitled >= 0 ? same[untitled] : fact.IsCorrection ? (same.Contains(focus) ? focus : same[0]) : -1;
    }

    private static Job Merge(Job job, JobFact fact) => job with
    {
        Title = Or(fact.Title, job.Title),
        Company = job.Company.Length > 0 && SameCompany(job.Company, fact.Company) && job.Company.Length >= fact.Company.Length ? job.Company : Or(fact.Company, job.Company),
        Location = Or(fact.Location, job.Location),
        StartDate = Or(fact.Start, job.StartDate),
        EndDate = fact.End == "Present" && job.EndDate.Length > 0 && fact.Start.Length == 0 && !fact.IsCorrection ? job.EndDate : Or(fact.End, job.EndDate),
        DescriptionBullets = Union(job.DescriptionBullets, fact.Bullets),
    };

    // Newest first where dates say so; else in the order of telling.
    private int PlaceFor(Job job)
    {
        for (var i = 0; i < _jobs.Count; i++)
        {
            if (IsNewer(job, _jobs[i]))
                return i;
        }

        return _jobs.Count;
    }

    private static bool IsNewer(Job job, Job other)
    {
        if (Dates.MonthYear.Parse(job.StartDate) is not { } start || Dates.MonthYear.Parse(other.StartDate) is not { } otherStart)
            return job.EndDate == "Present" && other.EndDate.Length > 0 && other.EndDate != "Present";
        return start.IsAfter(otherStart);
    }

    private void Put(SchoolFact fact)
    {
        var focus = _school >= 0 && _school < _schools.Count ? _school : _schools.Count - 1;
        var index = -1;
        if (fact.Institution.Length == 0 && fact.Degree.Length == 0)
            index = focus;
        else if (fact.Institution.Length > 0)
            index = _schools.FindIndex(school => SameCompany(school.Institution, fact.Institution) && (fact.Degree.Length == 0 || school.Degree.Length == 0 || Same(school.Degree, fact.Degree) || fact.IsCorrection));
        if (index < 0 && focus >= 0 && Focus == Topic.Education && (fact.Institution.Length == 0 || _schools[focus].Institution.Length == 0) && (fact.Degree.Length == 0 || _schools[focus].Degree.Length == 0 || Same(fact.Degree, _schools[focus].Degree)))
            index = focus;
        Focus = Topic.Education;
        if (index < 0)
        {
            if (fact.Institution.Length + fact.Degree.Length + fact.Field.Length == 0)
                return;
            _schools.Add(Merge(new School(), fact));
            _school = _schools.Count - 1;
            Changes.Add(new Change(Topic.Education, NameOf(_schools[_school])));
            return;
        }

        _school = index;
        var merged = Merge(_schools[index], fact);
        if (merged == _schools[index])
            return;
        _schools[index] = merged;
        if (!Changes.Any(change => change.Topic == Topic.Education))
            Changes.Add(new Change(Topic.Education, NameOf(merged), ChangeKind.Changed));
    }

    private static string NameOf(School school) => school switch
    {
        { Degree.Length: > 0, FieldOfStudy.Length: > 0 } => $"your {school.Degree} in {school.FieldOfStudy}",
        { Degree.Length: > 0 } => $"your {school.Degree}",
        { Institution.Length: > 0 } => $"your studies at {school.Institution}",
        _ => "your studies",
    };

    private static School Merge(School school, SchoolFact fact) => school with
    {
        Institution = Or(fact.Institution, school.Institution),
        Degree = Or(fact.Degree, school.Degree),
        FieldOfStudy = Or(fact.Field, school.FieldOfStudy),
        GraduationDate = Or(fact.Graduation, school.GraduationDate),
        Details = fact.Details.Length == 0 || school.Details.Contains(fact.Details, StringComparison.OrdinalIgnoreCase) ? school.Details : school.Details.Length == 0 ? fact.Details : $"{school.Details}; {fact.Details}",
    };

    private void Put(SkillFact fact)
    {
        var skills = Cv.Skills;
        var list = fact.List switch
        {
            SkillList.Core => skills.CoreCompetencies,
            SkillList.Software => skills.SoftwareProficiency,
            SkillList.Languages => skills.LanguageFluency,
            _ => skills.Certifications,
        };
        // "English" and later "English (fluent)" are one language.
        var known = list.ToList().FindIndex(item => fact.List == SkillList.Languages ? Same(item.Split('(')[0], fact.Value.Split('(')[0]) : Same(item, fact.Value));
        if (known >= 0 && (fact.List != SkillList.Languages || !fact.Value.Contains('(', StringComparison.Ordinal) || list[known] == fact.Value))
            return;
        IReadOnlyList<string> changed = known >= 0 ? [.. list.Select((item, i) => i == known ? fact.Value : item)] : [.. list, fact.Value];
        Cv = Cv with
        {
            Skills = fact.List switch
            {
                SkillList.Core => skills with { CoreCompetencies = changed },
                SkillList.Software => skills with { SoftwareProficiency = changed },
                SkillList.Languages => skills with { LanguageFluency = changed },
                _ => skills with { Certifications = changed },
            },
        };
        Changes.Add(new Change(fact.List switch { SkillList.Languages => Topic.Languages, SkillList.Certifications => Topic.Certifications, _ => Topic.Skills }, fact.Value));
    }

    private void Put(ProjectFact fact)
    {
        var focus = _project >= 0 && _project < _projects.Count ? _project : _projects.Count - 1;
        var index = fact.Name.Length == 0 ? focus : _projects.FindIndex(project => Same(project.Name, fact.Name));
        Focus = Topic.Projects;
        if (index < 0)
        {
            if (fact.Name.Length == 0)
                return;
            _projects.Add(new Project { Name = fact.Name, Description = fact.Description, KeyAreasUsed = fact.Areas });
            _project = _projects.Count - 1;
            Changes.Add(new Change(Topic.Projects, fact.Name));
            return;
        }

        _project = index;
        var project = _projects[index];
        _projects[index] = project with
        {
            Description = fact.Description.Length == 0 || project.Description.Contains(fact.Description, StringComparison.OrdinalIgnoreCase) ? project.Description
                : project.Description.Length == 0 ? fact.Description : $"{project.Description.TrimEnd('.')}. {fact.Description}",
            KeyAreasUsed = Union(project.KeyAreasUsed, fact.Areas),
        };
        Changes.Add(new Change(Topic.Projects, project.Name, ChangeKind.Changed));
    }

    private void Put(LetterFact fact)
    {
        var letter = Cv.CoverLetter ?? new CoverLetter();
        Cv = Cv with
        {
            CoverLetter = fact.Field switch
            {
                LetterField.Company => letter with { Recipient = letter.Recipient with { Company = fact.Value } },
                LetterField.Manager => letter with { Recipient = letter.Recipient with { Manager = fact.Value } },
                LetterField.Position => letter with { Recipient = letter.Recipient with { Position = fact.Value } },
                LetterField.Opening => letter with { Opening = fact.Value },
                LetterField.Body => letter with { Body = fact.Value },
                _ => letter with { Closing = fact.Value },
            },
        };
        Changes.Add(new Change(Topic.Letter, fact.Field is LetterField.Opening or LetterField.Body or LetterField.Closing ? $"the {fact.Field.ToString().ToLowerInvariant()} of your letter" : fact.Value));
    }

    private static string Or(string said, string known) => said.Length > 0 ? said : known;

    private static bool Same(string one, string other) => Wording.Key(one) is { Length: > 0 } key && key == Wording.Key(other);

    // "Coupang" and "Coupang Inc." are one employer; "Boots" and "Bootstrap Labs" are not.
    private static bool SameCompany(string one, string other)
    {
        if (one.Length == 0 || other.Length == 0)
            return false;
        if (Same(one, other))
            return true;
        var (a, b) = (one.ToLowerInvariant(), other.ToLowerInvariant());
        var (shorter, longer) = a.Length < b.Length ? (a, b) : (b, a);
        return shorter.Length >= 4 && longer.StartsWith(shorter, StringComparison.Ordinal) && !char.IsLetterOrDigit(longer[shorter.Length]);
    }

    private static IReadOnlyList<string> Union(IReadOnlyList<string> known, IReadOnlyList<string> said)
    {
        var all = known.ToList();
        foreach (var item in said)
        {
            if (!all.Any(other => Same(other, item)))
                all.Add(item);
        }

        return all.Count == known.Count ? known : all;
    }
}

internal enum ChangeKind
{
    Added,
    Changed,
    Removed,
}

/// <summary>One thing that a message changed.</summary>
internal sealed record Change(Topic Topic, string What, ChangeKind Kind = ChangeKind.Added);
