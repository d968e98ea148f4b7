namespace ResumeService.Profiles.Sections;

/// <summary>What a stretch of a resume is about.</summary>
internal enum SectionKind
{
    /// <summary>In front of the first heading, or under a heading that says nothing.</summary>
    Unknown,
    Contact,
    Summary,
    Experience,
    Internships,
    Volunteering,
    Education,
    Skills,
    Projects,
    Certifications,
    Languages,
    Awards,
    Publications,
    Interests,
    References,

    /// <summary>A known heading that the profile takes nothing from (patents, talks, memberships).</summary>
    Other,
}
