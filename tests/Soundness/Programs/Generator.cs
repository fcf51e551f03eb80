namespace Soundness.Programs;

/// <summary>Makes a program of a seed: the same one on every machine.</summary>
public sealed class Generator
{
    readonly Random random;
    readonly List<Access> wishes = [];
    List<Deed> urn = [];
    Kind kind;
    int held = -1;
    int loops;

    Generator(int seed) => random = new(seed);

    public static FuzzProgram Of(int seed) => new Generator(seed).Make(seed);

    FuzzProgram Make(int seed)
    {
        var isAsync = Chance(25);
        var others = Chance(70) ? 1 : 2;
        var main = Chance(40) || others == 1;
        urn = Themes.Urn(random, hasPool: isAsync || Chance(40));
        var most = main && others == 2 || others == 2 ? 2 : 3;
        var participants = new List<Participant>();
        for (var i = 0; i < others + (main ? 1 : 0); i++)
        {
            kind = i == 0 && main ? Kind.Main
                : isAsync ? (Chance(60) ? Kind.Async : Kind.Task)
                : urn.Contains(Deed.ReadOwn) ? (Chance(70) ? Kind.Task : Kind.Async)
                : Chance(70) ? Kind.Thread : Chance(60) ? Kind.Task : Kind.Async;
            participants.Add(new(kind, Chance(30), Block(random.Next(1, most + 1), depth: 0)));
        }
        Fulfil(participants);
        if (urn.Contains(Deed.CallUnwoven)) CallEachUnwoven(participants);
        return new(seed, isAsync, participants);
    }

    /// <summary>One caller alone could not tell.</summary>
    void CallEachUnwoven(List<Participant> participants)
    {
        for (var i = 0; i < participants.Count; i++)
        {
            if (!Chance(80)) continue;
            var call = new Perform(Access(Deed.CallUnwoven), Into: random.Next(3));
            participants[i] = participants[i] with { Body = [.. participants[i].Body, call] };
        }
    }

    /// <summary>Most of the changes that a loop waits for are made by one of the others.</summary>
    void Fulfil(List<Participant> participants)
    {
        foreach (var wish in wishes.Distinct().Where(_ => Chance(75)).Take(3))
        {
            var at = random.Next(participants.Count);
            var one = participants[at];
            var body = one.Body.ToList();
            Statement granted = wish.Deed is Deed.WritePlain
                ? new Locked(wish.Target,
                    [new Perform(wish), new Perform(new(Deed.PulseAll, wish.Target))])
                : new Perform(wish);
            body.Insert(Chance(60) ? body.Count : random.Next(body.Count + 1), granted);
            participants[at] = one with { Body = body };
        }
    }

    List<Statement> Block(int count, int depth)
    {
        var block = new List<Statement>();
        for (var i = 0; i < count; i++) block.Add(Statement(depth));
        return block;
    }

    Statement Statement(int depth)
    {
        var roll = random.Next(100);
        if (depth < 2 && loops < 4 && roll < (depth == 0 ? 45 : 8)) return Loop(depth);
        if (depth < 3 && roll < 58) return Branch(depth);
        if (held < 0 && roll < 66 && urn.Contains(Deed.ReadPlain)) return Guarded(depth);
        if (roll < 72) return new Assign(random.Next(3), random.Next(3), Chance(60));
        var access = Access();
        return new Perform(access, HasResult(access.Deed) && Chance(60) ? random.Next(3) : -1);
    }

    Statement Guarded(int depth)
    {
        held = random.Next(FuzzProgram.Locks);
        Statement made = urn.Contains(Deed.Pulse) && Chance(40)
            ? new Locked(held, [AwaitPlain()])
            : Chance(70) ? new Locked(held, Block(random.Next(1, 3), depth + 1))
            : new Tried(held, Chance(30), Block(random.Next(1, 3), depth + 1));
        held = -1;
        return made;
    }

    /// <summary>A monitor's condition: <c>while (s.P != 1) Monitor.Wait(s.G);</c></summary>
    Loop AwaitPlain()
    {
        wishes.Add(new(Deed.WritePlain, held, 1));
        var wait = new Access(Chance(20) ? Deed.WaitForPulseTimed : Deed.WaitForPulse, held);
        var test = new Test(new(Deed.ReadPlain, held), 0, Sign.Equal, 0);
        return new(LoopForm.While, new([test]), [new Perform(wait)]);
    }

    Loop Loop(int depth)
    {
        loops++;
        var roll = random.Next(100);
        var counter = random.Next(3);
        var body = new List<Statement>();
        var count = random.Next(0, 3);
        for (var i = 0; i < count; i++) body.Add(Round(depth + 1));
        if (roll < 60) return new(LoopForm.While, Condition(waits: true), body);
        if (roll < 75) return new(LoopForm.DoWhile, Condition(waits: true), body);
        if (roll < 85)
        {
            // One that counts its rounds, besides.
            body.Add(new Assign(counter, 1, Adds: true));
            var tests = Condition(waits: true).Tests
                .Append(new(null, counter, Sign.Less, random.Next(1, 3)));
            return new(LoopForm.While, new([.. tests]), body);
        }
        body.Insert(0, new If(
            Condition(waits: true), Chance(50) ? [new Leave(Exit.Continue)] : [], [Out()]));
        if (Chance(50)) body.Add(Out());
        return new(LoopForm.Forever, null, body);
    }

    Statement Round(int depth) => random.Next(100) switch
    {
        < 20 => new Perform(new(Pause())),
        < 40 => new If(Condition(waits: true), [Out()], []),
        < 50 => new If(Condition(waits: false), Block(1, depth), [Out()]),
        < 56 => new If(Condition(waits: false), [new Leave(Exit.Continue)], []),
        _ => Statement(depth),
    };

    Leave Out() => new(Chance(65) ? Exit.Break : Exit.Return);

    If Branch(int depth) => new(Condition(waits: false), Block(random.Next(1, 3), depth + 1),
        Chance(30) ? Block(1, depth + 1) : []);

    Condition Condition(bool waits)
    {
        var tests = new List<Test>();
        for (var i = Chance(15) ? 2 : 1; i > 0; i--) tests.Add(Test(waits));
        return new(tests, Any: Chance(50));
    }

    Test Test(bool waits)
    {
        if (!waits && Chance(40))
            return new(null, random.Next(3), (Sign)random.Next(3), random.Next(3));
        var asked = urn.Where(IsAsked).ToList();
        var deed = asked[random.Next(asked.Count)];
        var access = Access(deed);
        // A lost attempt leads to the next.
        var sign = deed is Deed.CompareExchange ? (Chance(50) ? Sign.Unequal : Sign.Equal)
            : Chance(75) ? Sign.Equal : (Sign)random.Next(3);
        if (waits && Grant(access) is { } wish) wishes.Add(wish);
        return new(
            access, 0, sign, deed is Deed.CompareExchange ? access.Comparand : random.Next(10) / 7);
    }

    Access? Grant(Access asked) => asked.Deed switch
    {
        Deed.Read or Deed.CompareExchange =>
            new(Chance(70) ? Deed.Write : Deed.Exchange, asked.Target, random.Next(1, 3)),
        Deed.TryPermit or Deed.TryPermitTimed => new(Deed.ReleasePermit, asked.Target),
        Deed.AwaitEventTimed or Deed.IsEventSet => new(Deed.SetEvent),
        Deed.TryDequeue or Deed.CountQueue => new(Deed.Enqueue, Value: random.Next(1, 3)),
        Deed.IsCompleted => new(Deed.Complete),
        _ => null,
    };

    Deed Pause() => kind == Kind.Async && held < 0 && Chance(60)
        ? (Chance(60) ? Deed.AwaitYield : Deed.AwaitDelay)
        : random.Next(3) switch { 0 => Deed.Yield, 1 => Deed.Sleep, _ => Deed.Spin };

    Access Access()
    {
        while (true)
        {
            var deed = urn[random.Next(urn.Count)];
            if (deed is Deed.Yield) deed = Pause();
            var needsLock = deed is Deed.ReadPlain or Deed.WritePlain or Deed.Pulse or Deed.PulseAll
                or Deed.WaitForPulse or Deed.WaitForPulseTimed;
            if (needsLock && held < 0) continue;
            // What blocks with a lock held would only make deadlocks.
            var blocks = deed is Deed.WaitPermit or Deed.AwaitEvent or Deed.AwaitCompletion;
            if (held >= 0 && blocks && (Chance(80) || kind == Kind.Async)) continue;
            return Access(deed);
        }
    }

    Access Access(Deed deed) => deed switch
    {
        Deed.Read => new(deed, Variable(), Style: random.Next(3)),
        Deed.Write or Deed.Exchange => new(deed, Variable(), Value()),
        Deed.Increment => new(deed, Variable()),
        Deed.CompareExchange =>
            new(deed, Variable(), Value(), Chance(60) ? 0 : Value(), random.Next(2)),
        Deed.ReadPlain or Deed.Pulse or Deed.PulseAll or Deed.WaitForPulse
            or Deed.WaitForPulseTimed => new(deed, held),
        Deed.WritePlain => new(deed, held, Value()),
        Deed.WaitPermit or Deed.TryPermit or Deed.TryPermitTimed or Deed.ReleasePermit =>
            new(deed, random.Next(2)),
        Deed.Enqueue => new(deed, Value: random.Next(1, 3)),
        Deed.TryDequeue => new(deed, Style: random.Next(2)),
        Deed.ReadStatic => new(deed, random.Next(FuzzProgram.Types)),
        Deed.WriteOwn => new(deed, Value: random.Next(1, 3)),
        _ => new(deed),
    };

    int Variable() => random.Next(10) switch { < 5 => 0, < 8 => 1, _ => 2 };

    int Value() => Chance(25) ? Operand.FirstLocal + random.Next(3) : random.Next(3);

    bool IsAsked(Deed deed) => HasResult(deed) && (held >= 0 || deed != Deed.ReadPlain)
        && deed is not (Deed.ReadStatic or Deed.CallUnwoven or Deed.Increment or Deed.Exchange);

    static bool HasResult(Deed deed) => deed is Deed.Read or Deed.Exchange or Deed.Increment
        or Deed.CompareExchange or Deed.ReadPlain or Deed.TryPermit or Deed.TryPermitTimed
        or Deed.AwaitEventTimed or Deed.IsEventSet or Deed.TryDequeue or Deed.CountQueue
        or Deed.IsCompleted or Deed.ReadStatic or Deed.ReadOwn or Deed.CallUnwoven;

    bool Chance(int percent) => random.Next(100) < percent;
}
