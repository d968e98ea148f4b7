namespace ChatCvService.Conversation;

/// <summary>What a question or a statement is about.</summary>
internal enum Topic
{
    None,
    Identity,
    Contact,
    Experience,
    Education,
    Skills,
    Projects,
    Summary,
    Awards,
    Languages,
    Certifications,
    Letter,
    Proposal,
}
