using Soundness.Programs;

namespace Soundness.Sources;

/// <summary>An access as C#: an int where it has a result.</summary>
static class AccessText
{
    const string locals = "abc";

    public static string Of(Access access, Kind kind, string suffix, bool isReal)
    {
        var x = Variable(access.Target);
        var plain = access.Target == 0 ? "s.P" : "s.Q";
        var gate = Lock(access.Target);
        var permits = access.Target == 0 ? "s.M" : "s.N";
        var value = Operand(access.Value, suffix);
        // Its length decides nothing; for real, a short one leaves time for more runs.
        var limit = isReal ? "1" : "10";
        return access.Deed switch
        {
            Deed.Read => access.Style switch
            {
                0 => $"Volatile.Read(ref s.{x})",
                1 => $"Of{x}(s)",
                _ => $"(Has{x}(s, out got{suffix}) ? got{suffix} : 0)",
            },
            Deed.Write => $"Volatile.Write(ref s.{x}, {value})",
            Deed.Exchange => $"Interlocked.Exchange(ref s.{x}, {value})",
            Deed.Increment => $"Interlocked.Increment(ref s.{x})",
            Deed.CompareExchange => $"Interlocked.CompareExchange(ref s.{x}, {value},"
                + $" {Operand(access.Comparand, suffix)})",
            Deed.ReadPlain => plain,
            Deed.WritePlain => $"{plain} = {value}",
            Deed.WaitPermit =>
                kind == Kind.Async ? $"await {permits}.WaitAsync()" : $"{permits}.Wait()",
            Deed.TryPermit => $"({permits}.Wait(0) ? 1 : 0)",
            Deed.TryPermitTimed => $"({permits}.Wait({limit}) ? 1 : 0)",
            Deed.ReleasePermit => $"{permits}.Release()",
            Deed.SetEvent => "s.E.Set()",
            Deed.ResetEvent => "s.E.Reset()",
            Deed.AwaitEvent => "s.E.Wait()",
            Deed.AwaitEventTimed => $"(s.E.Wait({limit}) ? 1 : 0)",
            Deed.IsEventSet => "(s.E.IsSet ? 1 : 0)",
            Deed.Enqueue => $"s.Queue.Enqueue({value})",
            Deed.TryDequeue => access.Style == 0
                ? $"(s.Queue.TryDequeue(out got{suffix}) ? got{suffix} : 0)"
                : $"(Take(s, out got{suffix}) ? got{suffix} : 0)",
            Deed.CountQueue => "s.Queue.Count",
            Deed.Complete => "s.Done.TrySetResult()",
            Deed.AwaitCompletion => kind == Kind.Async ? "await s.Done.Task" : "s.Done.Task.Wait()",
            Deed.IsCompleted => "(s.Done.Task.IsCompleted ? 1 : 0)",
            Deed.Pulse => $"Monitor.Pulse({gate})",
            Deed.PulseAll => $"Monitor.PulseAll({gate})",
            Deed.WaitForPulse => $"Monitor.Wait({gate})",
            Deed.WaitForPulseTimed => $"Monitor.Wait({gate}, {limit})",
            Deed.ReadStatic => access.Target == 0 ? "A.V" : "B.V",
            Deed.ReadOwn => "own",
            Deed.WriteOwn => $"own = {value}",
            Deed.CallUnwoven => "Ledger.Next()",
            Deed.Yield => "Thread.Yield()",
            Deed.Sleep => isReal ? "Thread.Sleep(0)" : "Thread.Sleep(1)",
            Deed.Spin => kind is Kind.Main or Kind.Task
                ? "Thread.SpinWait(9)" : $"spinner{suffix}.SpinOnce()",
            Deed.AwaitYield => "await Task.Yield()",
            Deed.AwaitDelay => isReal ? "await Task.Yield()" : "await Task.Delay(1)",
            _ => throw new ArgumentOutOfRangeException(nameof(access), access.Deed, null),
        };
    }

    public static string Variable(int target) => "XYZ".Substring(target, 1);

    public static string Lock(int target) => target == 0 ? "s.G" : "s.H";

    public static string Local(int local, string suffix) => locals[local] + suffix;

    public static string Operand(int operand, string suffix) => Programs.Operand.IsLocal(operand)
        ? Local(Programs.Operand.Local(operand), suffix) : $"{operand}";

    /// <summary>The method around the access, or null if there is none.</summary>
    public static string? Helper(Access access) => access switch
    {
        { Deed: Deed.Read, Style: 1 } => $"Of{Variable(access.Target)}",
        { Deed: Deed.Read, Style: 2 } => $"Has{Variable(access.Target)}",
        { Deed: Deed.TryDequeue, Style: 1 } => "Take",
        _ => null,
    };

    public static string HelperHead(Access access) => access switch
    {
        { Deed: Deed.TryDequeue } => "static bool Take(State s, out int got)",
        { Style: 1 } => $"static int Of{Variable(access.Target)}(State s)",
        _ => $"static bool Has{Variable(access.Target)}(State s, out int got)",
    };

    public static string HelperBody(Access access) => access switch
    {
        { Deed: Deed.TryDequeue } => "return s.Queue.TryDequeue(out got);",
        { Style: 1 } => $"return Volatile.Read(ref s.{Variable(access.Target)});",
        _ => $"return (got = Volatile.Read(ref s.{Variable(access.Target)})) != 0;",
    };
}
