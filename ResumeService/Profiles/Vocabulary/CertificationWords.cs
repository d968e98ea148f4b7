using System.Collections.Frozen;
using ResumeService.Profiles.Lines;

namespace ResumeService.Profiles.Vocabulary;

/// <summary>Certificates that are known by their name or abbreviation wherever they stand.</summary>
internal static class CertificationWords
{
    /// <summary>Abbreviations in capitals that mean a certificate.</summary>
    public static readonly FrozenSet<string> Abbreviations = WordList.Words(
        "PMP CAPM PRINCE2 CSM CSPO PSM PSPO SAFe ITIL CISSP CISM CISA CEH OSCP CCNA CCNP CCIE CKA CKAD CKS RHCSA RHCE LFCS CPA ACCA CIMA CFA CMA CIA CFE FRM SHRM-CP SHRM-SCP PHR SPHR CCRN ACLS BLS TEFL CELTA TESOL SERVSAFE OSHA LEED CSCP CPIM CBAP MCSA MCSE OCA OCP CompTIA");

    private static readonly string[] Markers =
    [
        "certified", "certificate", "certification", "license", "licence", "licensed", "accredited", "accreditation", "chartered", "registered nurse", "six sigma", "black belt", "green belt", "scrum master", "zertifikat", "zertifiziert", "certificat", "certificado", "certificacion", "证书", "资格证", "认证",
        "nanodegree", "associate exam", "diploma of competence", "first aid", "food safety", "food hygiene", "forklift", "toefl", "ielts", "cet-4", "cet-6",
    ];

    /// <summary>The line names a certificate.</summary>
    public static bool Names(string line)
    {
        var folded = TextShape.Fold(line);
        return Markers.Any(marker => folded.Contains(marker, StringComparison.Ordinal))
            || line.Split([' ', ',', '(', ')', '/', '|', ':', '·'], StringSplitOptions.RemoveEmptyEntries).Any(Abbreviations.Contains);
    }

    /// <summary>Grades that belong to a certificate's name although a dash stands in front ("Solutions Architect - Associate").</summary>
    public static readonly FrozenSet<string> Grades = WordList.Words("associate professional specialty practitioner foundation foundations expert advanced intermediate beginner fundamentals level tier master i ii iii iv 1 2 3 entry core plus+ security network administrator developer architect engineer specialist");
}
