using System.Reflection;
using Interleavings.Models;
using Interleavings.Tests.Async;
using NUnit.Framework;
using Shouldly;

namespace Interleavings.Tests.Primitives;

/// <summary>What a program asks of an object is asked in an event, or never changes.</summary>
public class StateTests
{
    /// <summary>Why no event is needed: nobody else can change the answer.</summary>
    private static readonly Dictionary<string, string> Constant = new()
    {
        ["AsyncLocalModel.get_Value"] = "it belongs to the flow of the caller",
        ["CancellationTokenModel.get_CanBeCanceled"] = "it says what the token was made of",
        ["CancellationTokenRegistrationModel.get_Token"] = "a registration keeps its token",
        ["ChannelReaderModel.get_CanCount"] = "it says what the channel was made as",
        ["ChannelReaderModel.get_CanPeek"] = "it says what the channel was made as",
        ["ChannelReaderModel.get_Completion"] = "a channel keeps its task",
        ["ChannelSidesModel.get_Reader"] = "a channel keeps its reader",
        ["ChannelSidesModel.get_Writer"] = "a channel keeps its writer",
        ["EnvironmentModel.get_CurrentManagedThreadId"] = "it belongs to the caller's thread",
        ["LockModel.get_IsHeldByCurrentThread"] = "no other thread can enter for the caller",
        ["ManualResetEventSlimModel.get_SpinCount"] = "it says how the event was made",
        ["ParallelLoopStateModel.get_IsExceptional"] = "its tests are those of Parallel",
        ["ParallelLoopStateModel.get_IsStopped"] = "its tests are those of Parallel",
        ["ParallelLoopStateModel.get_LowestBreakIteration"] = "its tests are those of Parallel",
        ["ParallelLoopStateModel.get_ShouldExitCurrentIteration"] = "its tests are those of Parallel",
        ["ReaderWriterLockSlimModel.get_IsReadLockHeld"] = "no other thread can enter for the caller",
        ["ReaderWriterLockSlimModel.get_IsUpgradeableReadLockHeld"] = "no other thread can enter for the caller",
        ["ReaderWriterLockSlimModel.get_IsWriteLockHeld"] = "no other thread can enter for the caller",
        ["ReaderWriterLockSlimModel.get_RecursionPolicy"] = "it says how the lock was made",
        ["ReaderWriterLockSlimModel.get_RecursiveReadCount"] = "no other thread can enter for the caller",
        ["ReaderWriterLockSlimModel.get_RecursiveUpgradeCount"] = "no other thread can enter for the caller",
        ["ReaderWriterLockSlimModel.get_RecursiveWriteCount"] = "no other thread can enter for the caller",
        ["SpinLockModel.get_IsHeldByCurrentThread"] = "no other thread can enter for the caller",
        ["SpinLockModel.get_IsThreadOwnerTrackingEnabled"] = "it says how the lock was made",
        ["SpinWaitModel.get_Count"] = "a SpinWait belongs to one thread",
        ["SpinWaitModel.get_NextSpinWillYield"] = "a SpinWait belongs to one thread",
        ["SynchronizationContextModel.get_Current"] = "it belongs to the caller's thread",
        ["TaskModel.get_AsyncState"] = "a task keeps the object it was made with",
        ["TaskModel.get_CreationOptions"] = "a task keeps the options it was made with",
        ["TaskModel.get_CompletedTask"] = "it is always complete",
        ["TaskModel.get_CurrentId"] = "it belongs to the caller",
        ["TaskModel.get_Id"] = "a task keeps its number",
        ["TaskOfTModel.get_Factory"] = "it never changes",
        ["TaskOfTModel.get_Result"] = "it waits until the task is complete",
        ["TaskSchedulerModel.get_MaximumConcurrencyLevel"] = "it is the scheduler's own code, or a number",
        ["ThreadLocalModel.get_IsValueCreated"] = "other threads have values of their own; see DisposalTests",
        ["ThreadLocalModel.get_Value"] = "other threads have values of their own; see DisposalTests",
        ["LazyModel.get_Value"] = "it waits until the value is there",
        ["ThreadModel.get_CurrentThread"] = "it belongs to the caller's thread",
        ["ThreadModel.get_IsThreadPoolThread"] = "a thread is of the pool, or is not",
        ["ThreadModel.get_ManagedThreadId"] = "a thread keeps its number",
        ["TimeProviderModel.get_LocalTimeZone"] = "it never changes",
        ["TimeProviderModel.get_System"] = "it never changes",
        ["TimeProviderModel.get_TimestampFrequency"] = "it never changes",
        ["ValueTaskModel.get_CompletedTask"] = "it is always complete",
        ["ValueTaskOfTModel.get_Result"] = "it waits until the task is complete",
        ["ValueTaskSourceCoreModel.get_RunContinuationsAsynchronously"] = "its owner sets it before use",
    };

    /// <summary>Asked in an event, and tested where the rest of the type is.</summary>
    private static readonly string[] Elsewhere =
    [
        "ValueTaskSourceCoreModel.get_Version", "CancellationTokenModel.get_WaitHandle",
        "CancellationTokenSourceModel.get_Token", "BlockingCollectionModel.get_BoundedCapacity",
        "ArraySegmentModel.get_Item", "ArraySegmentEnumeratorModel.get_Current",
        "ConfiguredStreamEnumeratorModel.get_Current", "ValueTaskModel.get_IsCanceled",
        "WeakReferenceModel.get_Target", "WeakReferenceModel.get_IsAlive",
    ];

    private static IEnumerable<AskedProperty> Asked() => AskedProperty.All();

    [Test]
    public void Every_property_of_a_modelled_type_is_listed()
    {
        string[] listed = [.. Asked().Select(p => p.Model), .. Constant.Keys, .. Elsewhere];

        var missing = typeof(ModelsAttribute).Assembly.GetTypes()
            .Where(type => type.GetCustomAttributes<ModelsAttribute>().Any())
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static)
                .Where(method => method.Name.StartsWith("get_", StringComparison.Ordinal))
                .Select(method => $"{type.Name}.{method.Name}"))
            .Distinct()
            .Where(property => !IsForCompilers(property) && !IsOfResult(property))
            .Except(listed);

        missing.ShouldBeEmpty();
        listed.ShouldBeUnique();
    }

    [TestCaseSource(nameof(Asked))]
    public void The_answer_may_be_the_one_before_a_change(object asked) => IsFound(asked, p => p.Before);

    [TestCaseSource(nameof(Asked))]
    public void The_answer_may_be_the_one_after_a_change(object asked) => IsFound(asked, p => p.After);

    private static void IsFound(object asked, Func<AskedProperty, object?> which)
    {
        var property = (AskedProperty)asked;
        var expected = which(property);

        var verdict = Explorer.Explore(() =>
        {
            var (change, ask) = property.Make();
            object? answer = "nothing";
            Litmus.Threads.Run(change, () => answer = ask());
            answer.ShouldNotBe(expected);
        });

        verdict.Failure!.Kind.ShouldBe(FailureKind.Assertion, verdict.ToString());
    }

    /// <summary>What async methods are compiled to asks for its own task.</summary>
    private static bool IsForCompilers(string property) => property.Contains("MethodBuilder");

    /// <summary>Of Task{T} and the like, what Task has as well; of factories, how they were made.</summary>
    private static bool IsOfResult(string property) =>
        property.StartsWith("TaskFactory", StringComparison.Ordinal)
        || property.StartsWith("TaskCompletionSource", StringComparison.Ordinal)
        || property.StartsWith("ValueTaskOfTModel.get_Is", StringComparison.Ordinal);

    private static IEnumerable<TestCaseData> Statuses()
    {
        yield return Status("a task made without being started", TaskStatus.Created, () =>
        {
            var task = new Task(() => { });
            var status = task.Status;
            task.Start();
            task.Wait();
            return status;
        }, TaskStatus.WaitingToRun, TaskStatus.Running, TaskStatus.RanToCompletion);
        yield return Status("a task that has been queued", TaskStatus.WaitingToRun, () => Queued(_ => { }),
            TaskStatus.Created, TaskStatus.WaitingForActivation);
        yield return Status("a task at work", TaskStatus.Running, () => Queued(_ => { }),
            TaskStatus.Created, TaskStatus.WaitingForActivation);
        yield return Status("a task that has been seen to begin", TaskStatus.Running, () =>
        {
            using var begun = new ManualResetEventSlim();
            using var asked = new ManualResetEventSlim();
            var task = Task.Run(() => { begun.Set(); asked.Wait(); });
            begun.Wait();
            var status = task.Status;
            asked.Set();
            task.Wait();
            return status;
        }, TaskStatus.WaitingToRun, TaskStatus.Created, TaskStatus.RanToCompletion);
        yield return Status("a task that has a thread of its own", TaskStatus.WaitingToRun, () =>
        {
            var task = Task.Factory.StartNew(() => { }, TaskCreationOptions.LongRunning);
            var status = task.Status;
            task.Wait();
            return status;
        }, TaskStatus.Created, TaskStatus.WaitingForActivation);
        yield return Status("a promise for an async delegate", TaskStatus.WaitingForActivation, () =>
        {
            var task = Task.Run(async () => await Task.Yield());
            var status = task.Status;
            task.Wait();
            return status;
        }, TaskStatus.Created, TaskStatus.WaitingToRun, TaskStatus.Running);
        yield return Status("a continuation before its time", TaskStatus.WaitingForActivation, () =>
        {
            var source = new TaskCompletionSource();
            var next = source.Task.ContinueWith(_ => { });
            var status = next.Status;
            source.SetResult();
            next.Wait();
            return status;
        }, TaskStatus.Created, TaskStatus.WaitingToRun, TaskStatus.Running);
        yield return Status("a continuation whose time has come", TaskStatus.WaitingToRun, () =>
        {
            var next = Task.CompletedTask.ContinueWith(_ => { });
            var status = next.Status;
            next.Wait();
            return status;
        }, TaskStatus.Created, TaskStatus.WaitingForActivation);
    }

    [TestCaseSource(nameof(Statuses))]
    public void A_status_is_found(TaskStatus found, Func<TaskStatus> program, TaskStatus[] impossible)
    {
        Explorer.Explore(() => AsyncPrograms.Check(program() != found))
            .Failure!.Kind.ShouldBe(FailureKind.Assertion);
    }

    [TestCaseSource(nameof(Statuses))]
    public void An_impossible_status_is_not(TaskStatus found, Func<TaskStatus> program, TaskStatus[] impossible)
    {
        var verdict = Explorer.Explore(() => AsyncPrograms.Check(!impossible.Contains(program())));

        verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
    }

    [Test]
    public void A_thread_that_another_starts_may_not_have_been_started_when_it_is_joined()
    {
        var verdict = Explorer.Explore(() =>
        {
            var thread = new Thread(() => { });
            Litmus.Threads.Run(thread.Start, thread.Join);
        });

        verdict.Failure!.Exception.ShouldBeOfType<ThreadStateException>();
    }

    [Test]
    public void A_thread_that_was_started_before_its_joiner_is_waited_for()
    {
        var verdict = Explorer.Explore(() =>
        {
            var written = 0;
            var thread = new Thread(() => written = 1);
            thread.Start();
            Litmus.Threads.Run(() => { thread.Join(); written.ShouldBe(1); });
        });

        verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
    }

    [Test]
    public void A_thread_knows_the_name_that_its_creator_gave_it()
    {
        var verdict = Explorer.Explore(() =>
        {
            string? name = null;
            var thread = new Thread(() => name = Thread.CurrentThread.Name) { Name = "worker", IsBackground = true };
            thread.IsBackground.ShouldBeTrue();
            thread.Start();
            thread.Join();
            name.ShouldBe("worker");
        });

        verdict.Outcome.ShouldBe(Outcome.Proved, verdict.ToString());
    }

    private static TaskStatus Queued(Action<object?> body)
    {
        var task = Task.Run(() => body(null));
        var status = task.Status;
        task.Wait();
        return status;
    }

    private static TestCaseData Status(
        string name, TaskStatus found, Func<TaskStatus> program, params TaskStatus[] impossible) =>
        new TestCaseData(found, program, impossible).SetArgDisplayNames(name, $"{found}");
}
