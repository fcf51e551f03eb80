namespace Katas.Tests;

/// <summary>How a task ended, as its caller can find out.</summary>
/// <param name="Failures">
/// What the exceptions say that it failed with, in alphabetical order: of what an attempt wraps, the innermost.
/// </param>
/// <param name="IsCancelled">Whether to await it throws an OperationCanceledException.</param>
sealed record Ending(string[] Failures, bool IsCancelled)
{
    internal static async Task<Ending> Of(Task task)
    {
        var isCancelled = false;
        try
        {
            await task;
        }
        catch (OperationCanceledException)
        {
            isCancelled = true;
        }
        catch (Exception)
        {
            // An await throws one failure only: the task knows all of them.
        }
        return new(
        [
            .. from cause in Causes(task.Exception)
               where cause.InnerException is null
               orderby cause.Message
               select cause.Message,
        ], isCancelled);
    }

    /// <summary>What an exception wraps, however deep, and itself.</summary>
    static IEnumerable<Exception> Causes(Exception? exception) => exception switch
    {
        null => [],
        AggregateException several => several.InnerExceptions.SelectMany(Causes),
        _ => Causes(exception.InnerException).Prepend(exception),
    };

    /// <summary>No attempt can know it.</summary>
    internal sealed class Mistake(string what) : Exception(what);
}
