using InterviewService.Contracts;
using InterviewService.Sessions;
using MassTransit;

namespace InterviewService.Messaging;

/// <summary>Grades a completed interview. Idempotent by the session's status: it needs no inbox.</summary>
internal sealed class InterviewCompletedConsumer(SessionEvaluator evaluator) : IConsumer<InterviewCompleted>
{
    public Task Consume(ConsumeContext<InterviewCompleted> context) =>
        evaluator.EvaluateAsync(context.Message.UserId, context.Message.SessionId, context.CancellationToken);
}
