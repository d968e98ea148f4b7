namespace Gateway.Operators;

internal static class OperatorsApi
{
    extension(IEndpointRouteBuilder routes)
    {
        /// <summary>Tools for operators (docs/operations.md), no part of the public API's description; errors are RFC 9457 problems.</summary>
        public RouteGroupBuilder MapOperatorsApi()
        {
            var operators = routes.MapGroup("/api/operators").AllowAnonymous().AddEndpointFilter<RouteGroupBuilder, OperatorKey>().ExcludeFromDescription();
            operators.MapGet("/dead-letters", ReadDeadLetters.HandleAsync).WithName(nameof(ReadDeadLetters));
            operators.MapPost("/dead-letters/{service}/{queue}/replay", ReplayDeadLetters.HandleAsync).WithName(nameof(ReplayDeadLetters));
            return operators;
        }
    }
}
