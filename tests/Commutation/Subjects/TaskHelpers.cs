namespace Commutation.Subjects;

/// <summary>What the base library has for tasks and threads, as far as it does not block.</summary>
static class TaskHelpers
{
    /// <summary>An exception that no code looks at would be a failure of its own.</summary>
    const string observedTask = "new object?[] { x.Task.Status, x.Task.Exception?.Message }";

    public static IReadOnlyList<Subject> List { get; } =
    [
        new(typeof(TaskCompletionSource<int>), "new()", "new(1)")
        {
            Extra = ["x.Task.IsCompleted", "x.Task.Status", "x.Task.IsFaulted"],
            Observed = observedTask,
        },
        new(typeof(TaskCompletionSource), "new()", "new(1)")
        {
            Extra = ["x.Task.IsCompleted", "x.Task.IsCompletedSuccessfully"],
            Observed = observedTask,
        },
        new(typeof(CancellationTokenSource), "new()", "new(0)")
        {
            Extra = ["x.Token.IsCancellationRequested", "x.Token.CanBeCanceled"],
            Observed = "x.IsCancellationRequested",
        },
        new(typeof(Lazy<int>), "new(1)", "new(() => 2)") { Observed = "x.IsValueCreated" },
        new(typeof(ThreadLocal<int>), "new()", "new(() => 2)") { Observed = "null" },
        new(typeof(AsyncLocal<int>), "new()", "new() { Value = 1 }") { Observed = "x.Value" },
        new(typeof(CountdownEvent), "new(1)", "new(2)")
        { Observed = "new object[] { x.CurrentCount, x.InitialCount, x.IsSet }" },
        new(typeof(ManualResetEventSlim), "new()", "new(true)") { Observed = "x.IsSet" },
        new(typeof(SemaphoreSlim), "new(0)", "new(1, 2)")
        { Observed = "x.CurrentCount" },
        new(typeof(Barrier), "new(1)", "new(3)")
        {
            Extra = ["x.ParticipantsRemaining", "x.AddParticipant()"],
            Observed = "new object[] { x.ParticipantCount, x.ParticipantsRemaining }",
        },
        new(typeof(System.Threading.Channels.Channel<int>),
            "System.Threading.Channels.Channel.CreateUnbounded<int>()",
            "System.Threading.Channels.Channel.CreateBounded<int>(1)")
        {
            Extra =
            [
                "x.Writer.TryWrite(1)", "x.Writer.TryWrite(2)", "x.Reader.TryRead(out _)",
                "x.Writer.TryComplete()", "x.Reader.Count",
            ],
            Observed = "x.Reader.Count",
        },
        new(typeof(Progress<int>), "new()", "new(_ => { })"),
        new(typeof(System.Runtime.CompilerServices.StrongBox<int>), "new(0)", "new(3)")
        { Extra = ["Interlocked.Increment(ref x.Value)", "x.Value", "x.Value = 5;"] },
    ];

}
