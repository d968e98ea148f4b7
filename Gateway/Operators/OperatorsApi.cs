namespace Gateway.Operators;

internal static class OperatorsApi
{
    extension(IEndpointRouteBuilder routes)
    {
        /// <summary>Tools for operators; errors are RFC 9457 problems.</summary>
        public RouteGroupBuilder MapOperatorsApi()
        {
            var operators = routes.MapGroup("/api/operators").WithTags("Operators").AllowAnonymous().AddEndpointFilter<RouteGroupBuilder, OperatorKey>();
            operators.MapGet("/dead-letters", ReadDeadLetters.HandleAsync)
                .WithName(nameof(ReadDeadLetters))
                .WithSummary("Messages that failed for good, by service and queue");
            operators.MapPost("/dead-letters/{service}/{queue}/replay", ReplayDeadLetters.HandleAsync)
                .WithName(nameof(ReplayDeadLetters))
                .WithSummary("Sends a queue's failed messages back to it");
            return operators;
        }
    }
}
