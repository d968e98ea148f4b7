using Grpc.Core;

namespace EmbeddingService.Chunks;

/// <summary>The ends of a call of Qdrant in the words of the platform.</summary>
internal static class QdrantCalls
{
    extension<T>(Task<T> call)
    {
        /// <summary>The call's result.</summary>
        /// <exception cref="OperationCanceledException">The caller gave up.</exception>
        /// <exception cref="TimeoutException">Qdrant is not there, or not in time: to be tried again.</exception>
        public async Task<T> AnswerAsync(CancellationToken cancellationToken)
        {
            try
            {
                return await call;
            }
            catch (RpcException exception) when (exception.StatusCode == StatusCode.Cancelled)
            {
                throw new OperationCanceledException("The call of Qdrant was given up.", exception, cancellationToken);
            }
            catch (RpcException exception) when (exception.StatusCode is StatusCode.Unavailable or StatusCode.DeadlineExceeded or StatusCode.ResourceExhausted)
            {
                throw new TimeoutException("Qdrant does not answer.", exception);
            }
        }
    }
}
