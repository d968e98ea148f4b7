using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;

namespace ChatCvService.Documents.Templates;

/// <summary>A look for CVs and letters.</summary>
internal sealed record CvTemplate
{
    private static readonly string Base = ReadCss("base");

    /// <summary>In the order in which people are shown them.</summary>
    public static readonly IReadOnlyList<CvTemplate> InOrder =
    [
        new CvTemplate { Code = "default", Fonts = ["source-sans-3"] },
        new CvTemplate { Code = "professional", Fonts = ["source-sans-3", "source-serif-4"] },
        new CvTemplate { Code = "modern", Fonts = ["ibm-plex-sans"], HasSideColumn = true },
    ];

    private static readonly FrozenDictionary<string, CvTemplate> All = InOrder.ToFrozenDictionary(template => template.Code, StringComparer.Ordinal);

    /// <summary>What the API calls it.</summary>
    public required string Code { get; init; }

    /// <summary>Families it sets text in, by their names in CSS.</summary>
    public required IReadOnlyList<string> Fonts { get; init; }

    /// <summary>Contact, skills and certifications stand in a narrow column of their own.</summary>
    public bool HasSideColumn { get; init; }

    /// <summary>The rules that all templates share, then its own; no fonts.</summary>
    public string Css => field ??= Base + ReadCss(Code);

    /// <summary>Differs between stylesheets that differ, so that a browser never keeps an old one.</summary>
    public string CssVersion => field ??= Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Css)))[..12];

    /// <summary>The template for a document that names none.</summary>
    public static CvTemplate Default => All["default"];

    /// <summary>The codes that routes accept.</summary>
    public static IReadOnlyCollection<string> Codes => All.Keys;

    /// <summary>Null for an unknown code.</summary>
    public static CvTemplate? Find(string code) => All.GetValueOrDefault(code);

    private static string ReadCss(string name)
    {
        using var reader = new StreamReader(typeof(CvTemplate).Assembly.GetManifestResourceStream($"cv-templates/{name}.css")!);
        return reader.ReadToEnd();
    }
}
