using NUnit.Framework;
using Shouldly;

namespace Interleavings.Tests.Fidelity;

public class ThreadFidelity
{
    [Test]
    public void State_and_priority() => Script.Compare(static s =>
    {
        var seen = default(ThreadState);
        var thread = new Thread(() => seen = Thread.CurrentThread.ThreadState) { IsBackground = true };
        s.Do("unstarted", () => thread.ThreadState);
        s.Do("priority", () => thread.Priority);
        s.Do("a priority that there is", () => { thread.Priority = ThreadPriority.Highest; });
        s.Do("the priority now", () => thread.Priority);
        thread.Start();
        thread.Join();
        s.Do("its own", () => seen);
        var plain = new Thread(() => seen = Thread.CurrentThread.ThreadState);
        s.Do("unstarted, in the foreground", () => plain.ThreadState);
        plain.Start();
        plain.Join();
        s.Do("its own, in the foreground", () => seen);
        s.Do("stopped", () => plain.ThreadState);
    });

    [Test]
    public void Made_with_a_stack_size_and_started_without_a_context() => Script.Compare(static s =>
    {
        var flowing = new AsyncLocal<int> { Value = 1 };
        var seen = 0;
        var thread = new Thread(() => seen = flowing.Value + 10, 1 << 20);
        thread.UnsafeStart();
        thread.Join();
        s.Do("seen", () => seen);
        var other = new Thread(x => seen = flowing.Value + (int)x!, 0);
        other.Start(20);
        other.Join();
        s.Do("seen with a context", () => seen);
        s.Do("a stack size below 0", () => new Thread(() => { }, -1));
        s.Do("no start", () => new Thread((ThreadStart)null!, 1));
        s.Do("started twice", () => thread.UnsafeStart());
    });

    [Test]
    public void The_state_of_a_thread_at_work_is_left_to_chance()
    {
        var verdict = Explorer.Explore(() =>
        {
            var thread = new Thread(() => { });
            thread.Start();
            _ = thread.ThreadState;
            thread.Join();
        });
        verdict.Outcome.ShouldBe(Outcome.Refused, verdict.ToString());
        verdict.Refusal!.Member.ShouldBe("Thread.ThreadState of a thread at work");
    }

    [TestCase(true)]
    [TestCase(false)]
    public void Another_thread_may_start_it_before_it_is_asked_and_after(bool expected)
    {
        var verdict = Explorer.Explore(() =>
        {
            var thread = new Thread(() => { });
            var starter = new Thread(() => thread.Start());
            starter.Start();
            var isAlive = thread.IsAlive;
            starter.Join();
            thread.Join();
            if (isAlive != expected) throw new InvalidOperationException();
        });
        verdict.Failure.ShouldNotBeNull(verdict.ToString());
        verdict.Failure.Exception.ShouldBeOfType<InvalidOperationException>();
    }

    [Test]
    public void Who_joins_it_before_another_starts_it_is_told_so()
    {
        var verdict = Explorer.Explore(() =>
        {
            var thread = new Thread(() => { });
            var starter = new Thread(() => thread.Start());
            starter.Start();
            thread.Join();
            starter.Join();
        });
        verdict.Failure.ShouldNotBeNull(verdict.ToString());
        verdict.Failure.Exception.ShouldBeOfType<ThreadStateException>();
    }
}
