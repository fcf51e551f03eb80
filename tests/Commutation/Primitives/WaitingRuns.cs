namespace Commutation.Primitives;

/// <summary>Runs of calls that may block, as C# in the class that <c>Printer</c> writes.</summary>
static class WaitingRuns
{
    public const string Text = """
            const string Blocked = "still blocked";
            static object? Caught(int call, Shared s)
            {
                try { return Call(call, s); }
                catch (ThreadInterruptedException) { return Blocked; }
                catch (AggregateException e) { return "!" + e.InnerExceptions[0].GetType().Name; }
                catch (Exception e) { return "!" + e.GetType().Name; }
            }
            public static object Start(int state) => new Shared(state);
            public static object? Alone(object shared, int call) => Caught(call, (Shared)shared);

            static object? Ended(object? result)
            {
                if (result is System.Threading.Tasks.Task { IsFaulted: true } task) _ = task.Exception;
                return result;
            }

            static void Settle(Thread thread)
            {
                for (var polls = 0; polls < 25 && !thread.Join(1); polls++)
                    if ((thread.ThreadState & System.Threading.ThreadState.WaitSleepJoin) == 0) polls = 0;
            }

            static object? Settled(object? result)
            {
                if (result is System.Threading.Tasks.Task task)
                    for (var polls = 0; polls < 25 && !task.IsCompleted; polls++) Thread.Sleep(1);
                return Ended(result);
            }

            public static object?[] InOrder(int state, int first, int second, bool swapped)
            {
                var s = new Shared(state);
                object? a = Blocked, b = Blocked;
                var t = new Thread(() => Volatile.Write(ref a, Caught(first, s))) { IsBackground = true };
                var u = new Thread(() => Volatile.Write(ref b, Caught(second, s))) { IsBackground = true };
                var (one, two) = swapped ? (u, t) : (t, u);
                one.Start();
                Settle(one);
                two.Start();
                Settle(two);
                Settle(one);
                var results = new object?[]
                { Settled(Volatile.Read(ref a)), Settled(Volatile.Read(ref b)), Seen(s) };
                one.Interrupt();
                two.Interrupt();
                return results;
            }

            public static object?[] OnTwoThreads(int state, int first, int second)
            {
                var s = new Shared(state);
                var gate = new object();
                object? a = Blocked, b = Blocked;
                var t = new Thread(() => { var r = Ended(Caught(first, s)); lock (gate) a = r; })
                { IsBackground = true };
                var u = new Thread(() => { var r = Ended(Caught(second, s)); lock (gate) b = r; })
                { IsBackground = true };
                t.Start();
                u.Start();
                t.Join(1000);
                u.Join(1000);
                object? one, two;
                lock (gate) { one = a; two = b; }
                return new object?[] { Ended(one), Ended(two), Seen(s) };
            }
        }

        """;
}
