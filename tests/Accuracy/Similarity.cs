using System.Globalization;
using EmbeddingService.Features;
using EmbeddingService.Models;
using Microsoft.Extensions.AI;
using ResumeService.Chunking;
using ResumeService.Gap;
using ResumeService.JobDescriptions;
using ResumeService.Profiles;
using ResumeService.Skills;

namespace Accuracy;

internal static class Similarity
{
    static readonly SkillMatcher s_m = new(SkillOntology.Load());
    static readonly GapAnalyzer s_g = new(SkillOntology.Load());
    static readonly string[] Boiler =
    [
        "We are a growing international company with an open culture and flat hierarchies.",
        "About us: for many years our group has stood for quality and innovation, and customers all over the world trust our services.",
        "We offer a permanent contract, flexible working hours, remote work, paid holidays and a pension plan.",
        "Benefits include medical, dental and vision insurance, paid time off and parental leave.",
        "The salary depends on experience and location, and a bonus on the results of the company.",
        "We are an equal opportunity employer and consider all applicants without regard to race, religion, gender, age or disability.",
        "You are a motivated, reliable team player with strong communication skills and a positive attitude.",
        "Ability to prioritise, to work independently under pressure and to solve problems with attention to detail.",
        "You speak and write English fluently and enjoy working in a diverse team.",
        "Please send your application and resume with your earliest starting date through our website.",
        "For further information contact the hiring manager; we invite candidates to interviews on an ongoing basis.",
        "The position is full-time and the start date is as soon as possible.",
        "We are looking for a person who wants to make a difference in a fast-paced and exciting environment.",
        "You will join an ambitious team that works closely with other departments and stakeholders to deliver results for the business.",
        "Training, conferences, mentoring and a clear path of personal development and career growth.",
        "What you will do, your tasks and responsibilities, your profile, requirements and qualifications.",
        "Several years of experience in a similar role and a relevant degree or equivalent education.",
    ];
    static readonly Dictionary<(string, string), float[]> s_cache = [];
    static async Task<float[]> E(string name, IEmbeddingGenerator<string, Embedding<float>> model, string text)
    {
        if (!s_cache.TryGetValue((name, text), out var v)) s_cache[(name, text)] = v = (await model.EmbedAsync([text], default))[0].ToArray();
        return v;
    }
    static float[] Without(float[] v, float[] mu) { var r = (float[])v.Clone(); FixedOrder.AddScaled(mu, -FixedOrder.Dot(v, mu), r); var n = FixedOrder.Norm(r); if (n > 0) for (int i = 0; i < r.Length; i++) r[i] /= n; return r; }
    static float[] Unit(float[] v) { var n = FixedOrder.Norm(v); return n > 0 ? [.. v.Select(x => x / n)] : v; }
    static (double best, double whole, double cb, double top) Feats(List<float[]> parts, List<double> w, List<float[]> chunks)
    {
        double ws = w.Sum(), best = 0; var bs = new List<(double b, double w)>();
        for (int i = 0; i < parts.Count; i++) { double b = chunks.Max(c => FixedOrder.Dot(c, parts[i])); best += w[i] / ws * b; bs.Add((b, w[i])); }
        double cb = 0; foreach (var c in chunks) cb += parts.Max(p => FixedOrder.Dot(c, p)); cb /= chunks.Count;
        var job = new float[384]; for (int i = 0; i < parts.Count; i++) FixedOrder.AddScaled(parts[i], (float)w[i], job);
        var res = new float[384]; foreach (var c in chunks) FixedOrder.AddScaled(c, 1, res);
        double whole = FixedOrder.Dot(job, res) / (FixedOrder.Norm(job) * FixedOrder.Norm(res) + 1e-9);
        double acc = 0, top = 0; foreach (var (b, x) in bs.OrderByDescending(t => t.b)) { var take = Math.Min(x, ws / 2 - acc); if (take <= 0) break; top += take * b; acc += take; }
        return (best, whole, cb, top / (acc + 1e-9));
    }
    static string More(List<float[]> parts, List<double> w, List<float[]> chunks)
    {
        var bs = parts.Select((p, i) => (b: (double)chunks.Max(c => FixedOrder.Dot(c, p)), w: w[i])).OrderByDescending(t => t.b).ToList();
        double Top(double limit) { double acc = 0, top = 0; foreach (var (b, x) in bs) { var take = Math.Min(x, limit - acc); if (take <= 0) break; top += take * b; acc += take; } return top / (acc + 1e-9); }
        var cs = chunks.Select(c => (double)parts.Max(p => FixedOrder.Dot(c, p))).OrderDescending().ToList();
        // parts that have best match weights: whole of the top parts only
        var ws = w.Sum();
        var order = parts.Select((p, i) => (p, w: w[i], b: chunks.Max(c => FixedOrder.Dot(c, p)))).OrderByDescending(t => t.b).ToList();
        var job = new float[384]; double a2 = 0; foreach (var (p, x, b) in order) { if (a2 >= ws * .6) break; FixedOrder.AddScaled(p, (float)x, job); a2 += x; }
        var res = new float[384]; foreach (var c in chunks) FixedOrder.AddScaled(c, 1, res);
        double wt = FixedOrder.Dot(job, res) / (FixedOrder.Norm(job) * FixedOrder.Norm(res) + 1e-9);
        string F(double d) => d.ToString("F4", CultureInfo.InvariantCulture);
        return string.Join('\t', F(Top(300)), F(Top(600)), F(Top(1000)), F(Top(.25 * ws)), F(cs.Take((cs.Count + 1) / 2).Average()), F(cs.Take(3).Average()), F(wt));
    }
    public static async Task<bool> MeasureAsync(DataFolder data)
    {
        string F(double d) => d.ToString("F4", CultureInfo.InvariantCulture);
        foreach (var (name, model) in Models.All(data).Take(int.Parse(Environment.GetEnvironmentVariable("NM") ?? "1", CultureInfo.InvariantCulture)))
        {
        var bv = new List<float[]>(); foreach (var b in Boiler) bv.Add(await E(name, model, b));
        var mu = new float[384]; foreach (var b in bv) FixedOrder.AddScaled(b, 1, mu); mu = Unit(mu);
        foreach (var (set, pairs) in new[] { ("tuning", SimilarityPairs.Written("tuning.txt", "wrappers-tuning.txt")), ("tuning", SimilarityPairs.Foreign("tuning.txt", data, true)), ("kept", SimilarityPairs.Written("kept-apart.txt", "wrappers-kept.txt")), ("kept", SimilarityPairs.Foreign("kept-apart.txt", data, false)), ("shared", await SimilarityPairs.SharedAsync(data)) })
        foreach (var pair in pairs)
        {
            var profile = ProfileParser.Parse(pair.Resume, s_m, new DateOnly(2026, 11, 1));
            var jd = JobDescription.Parse(pair.Job, s_m);
            var gap = s_g.Analyze(profile, pair.Resume.Text, jd, null);
            var chunks = new List<float[]>(); foreach (var c in TextChunker.Split(pair.Resume.Text)) chunks.Add(await E(name, model, c.Text));
            var parts = JobDescriptionParts.Split(pair.Job);
            var pv = new List<float[]>(); foreach (var p in parts) pv.Add(await E(name, model, p));
            var w = parts.Select(p => (double)p.Length).ToList();
            var bw = pv.Select((p, i) => { var m = bv.Max(b => FixedOrder.Dot(b, p)); return w[i] * (m > .55 ? .02 : m < .35 ? 1 : 1 - .98 * (m - .35) / .2); }).ToList();
            var plain = Feats(pv, w, chunks);
            var wtd = Feats(pv, bw, chunks);
            var cen = Feats([.. pv.Select(p => Without(p, mu))], bw, [.. chunks.Select(c => Without(c, mu))]);
            var cen2 = Feats([.. pv.Select(p => Without(p, mu))], w, [.. chunks.Select(c => Without(c, mu))]);
            var titles = profile.Jobs.Select(j => j.Title).Prepend(profile.Title).OfType<string>().Where(t => t.Trim().Length > 0).ToArray();
            double title = double.NaN, tr = double.NaN;
            string S(string t) => string.Join(' ', t.Split([',', '|', '(', '@', '–'])[0].Split(' ').Where(x => !new[] { "senior", "junior", "lead", "staff", "principal", "sr", "jr", "mid", "intern", "trainee", "head", "of", "chief", "vp", "director" }.Contains(x.Trim('.', '-').ToLowerInvariant())));
            if (jd.Title is { } jt)
            {
                var jv = await E(name, model, S(jt));
                var cs = Without(jv, mu);
                tr = FixedOrder.Dot(jv, Unit(chunks.Aggregate(new float[384], (a, c) => { FixedOrder.AddScaled(c, 1, a); return a; })));
                if (titles.Length > 0) { title = double.MinValue; foreach (var t in titles) { var tv = await E(name, model, S(t)); title = Math.Max(title, FixedOrder.Dot(jv, tv)); } }
            }
            var level = jd.Seniority?.Level;
            var shown = titles.Length == 0 ? (SeniorityLevel?)null : titles.Max(t => Titles.LevelIn(t)?.Level ?? SeniorityLevel.Middle);
            var all = gap.Evidence.Count; var match = gap.MatchingSkills.Count;
            Console.WriteLine(string.Join('\t', "F", name, set, pair.Fit, pair.Name,
                F(plain.best), F(plain.whole), F(plain.cb), F(plain.top), F(wtd.best), F(wtd.whole), F(wtd.cb), F(wtd.top), F(cen.best), F(cen.whole), F(cen.cb), F(cen.top), F(cen2.best), F(cen2.whole),
                F(title), F(tr), match, all, level is null ? "NaN" : ((int)level).ToString(CultureInfo.InvariantCulture), shown is null ? "NaN" : ((int)shown).ToString(CultureInfo.InvariantCulture), jd.ExperienceRequired, profile.ExperienceYears, parts.Count, More([.. pv.Select(p => Without(p, mu))], bw, [.. chunks.Select(c => Without(c, mu))])));
        }
        }
        return true;
    }
}
