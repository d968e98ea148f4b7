using Google.Protobuf.Collections;

#pragma warning disable CA1720, CA2225 // The names and operators are the original's, which has no named alternates.
namespace Qdrant.Client.Grpc;

public sealed class Match
{
    public string? Keyword { get; set; }

    public long? Integer { get; set; }

    public bool? Boolean { get; set; }
}

public sealed class FieldCondition
{
    public string Key { get; set; } = "";

    public Match? Match { get; set; }
}

public sealed class HasIdCondition
{
    public RepeatedField<PointId> HasId { get; } = [];
}

/// <summary>One of: a field's value, a list of ids, a filter of its own.</summary>
public sealed class Condition
{
    public FieldCondition? Field { get; set; }

    public HasIdCondition? HasId { get; set; }

    public Filter? Filter { get; set; }

    public static Condition operator &(Condition left, Condition right) => new() { Filter = new() { Must = { left, right } } };

    public static Condition operator |(Condition left, Condition right) => new() { Filter = new() { Should = { left, right } } };

    public static Condition operator !(Condition condition) => new() { Filter = new() { MustNot = { condition } } };
}

public sealed class Filter
{
    public RepeatedField<Condition> Should { get; } = [];

    public RepeatedField<Condition> Must { get; } = [];

    public RepeatedField<Condition> MustNot { get; } = [];

    public static implicit operator Filter(Condition condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return condition.Filter ?? new Filter { Must = { condition } };
    }
}

public static class Conditions
{
    public static Condition Match(string field, long value) => new() { Field = new() { Key = field, Match = new() { Integer = value } } };

    public static Condition Match(string field, bool value) => new() { Field = new() { Key = field, Match = new() { Boolean = value } } };

    public static Condition MatchKeyword(string field, string keyword) => new() { Field = new() { Key = field, Match = new() { Keyword = keyword } } };

    public static Condition HasId(Guid id) => new() { HasId = new() { HasId = { id } } };

    public static Condition HasId(IReadOnlyList<Guid> ids) => new() { HasId = new() { HasId = { ids.Select(id => (PointId)id) } } };

    public static Condition Filter(Filter filter) => new() { Filter = filter };
}
