public static class Exceptions
{
    public static string Finally_runs_in_order()
    {
        var log = new List<string>();
        try
        {
            try { log.Add("try"); throw new Exception("x"); }
            finally { log.Add("inner"); }
        }
        catch (Exception e) { log.Add(e.Message); }
        finally { log.Add("outer"); }
        return Say(log);
    }

    public static string Filters_run_before_finally()
    {
        var log = new List<string>();
        try
        {
            try { throw new Exception(); }
            finally { log.Add("finally"); }
        }
        catch when (Note("filter")) { log.Add("caught"); }
        return Say(log);
        bool Note(string what) { log.Add(what); return true; }
    }

    public static string Filter_that_throws_is_false()
    {
        try { throw new ArgumentException("a"); }
        catch (ArgumentException e) when (Bad(e)) { return "first"; }
        catch (Exception e) { return Say("second", e.Message); }
        static bool Bad(Exception e) => throw new Exception(e.Message);
    }

    public static string Several_filters()
    {
        return Say(Try(1), Try(2), Try(3));
        static string Try(int n)
        {
            try { throw n == 3 ? new ArgumentException() : new InvalidOperationException($"{n}"); }
            catch (InvalidOperationException e) when (e.Message == "1") { return "one"; }
            catch (InvalidOperationException) { return "other"; }
            catch (Exception e) when (e is ArgumentException) { return "argument"; }
        }
    }

    public static string Return_from_a_try_and_finally()
    {
        var n = 1;
        return Say(Get(), n);
        int Get() { try { return n; } finally { n = 5; } }
    }

    public static string Rethrow_keeps_the_exception()
    {
        Exception? first = null;
        try
        {
            try { throw new Exception("a"); }
            catch (Exception e) { first = e; throw; }
        }
        catch (Exception e) { return Say(ReferenceEquals(first, e)); }
    }

    public static string Exception_in_a_finally_replaces()
    {
        return Thrown(() => { try { throw new Exception("a"); } finally { Throw("b"); } });
        static void Throw(string s) => throw new ArgumentException(s);
    }

    public static string Loops_left_through_finally()
    {
        var log = new List<string>();
        for (var i = 0; i < 4; i++)
        {
            try
            {
                if (i == 1) continue;
                if (i == 3) break;
                log.Add($"{i}");
            }
            finally { log.Add("f"); }
        }
        return Say(log);
    }

    public static string Goto_out_of_a_try()
    {
        var log = new List<string>();
        var n = 0;
    again:
        try
        {
            n++;
            if (n < 3) goto again;
            goto done;
        }
        finally { log.Add($"f{n}"); }
    done:
        return Say(log);
    }

    public static string Nested_catches()
    {
        var log = new List<string>();
        try
        {
            try { throw new Exception("1"); }
            catch (Exception a)
            {
                try { throw new Exception(a.Message + "2"); }
                catch (Exception b) { log.Add(b.Message); throw new Exception("3", b); }
                finally { log.Add("f"); }
            }
        }
        catch (Exception c) { log.Add(c.Message + c.InnerException!.Message); }
        return Say(log);
    }

    public static string Using_disposes_on_the_way_out()
    {
        var log = new List<string>();
        try
        {
            using var a = new Closing(log, "a");
            using (var b = new Closing(log, "b")) throw new Exception("x");
        }
        catch (Exception e) { log.Add(e.Message); }
        using (Closing? none = null) log.Add("null is fine");
        using (new Struct(log)) { }
        return Say(log);
    }

    public static string What_the_runtime_throws()
    {
        var zero = 0;
        object text = "x";
        int[] none = null!, two = new int[2];
        return Thrown(() => Say(1 / zero)) + Thrown(() => Say((int)text)) + Thrown(() => none[0]++)
            + Thrown(() => two[2] = 1) + Thrown(() => Say(two[-1 + zero])) + Thrown(() => Say(new int[zero - 1]))
            + Thrown(() => Say(((string)null!).Length)) + Thrown(() => Say((DayOfWeek)text))
            + Thrown(() => Say(((int?)null)!.Value));
    }

    public static string Overflow_is_checked()
    {
        int big = int.MaxValue, small = -1;
        long wide = long.MaxValue;
        return Thrown(() => Say(checked(big + 1))) + Thrown(() => Say(checked((uint)small)))
            + Thrown(() => Say(checked((int)wide))) + Thrown(() => Say(checked(big * 2)))
            + Thrown(() => { checked { big++; } }) + Say(unchecked(big + 1));
    }

    public static string Own_exceptions()
    {
        try { throw new Own(7); }
        catch (Own e) when (e.Code > 5) { e.Code++; return Say(e.Code, e.Message, e.Data.Count); }
    }

    public static string Throw_expressions()
    {
        return Thrown(() => Say(Name(null))) + Name("n");
        static string Name(string? s) => s ?? throw new ArgumentNullException(nameof(s));
    }

    public static string Generic_catch()
    {
        return Say(Catches<ArgumentException>(), Catches<InvalidCastException>());
        static bool Catches<T>() where T : Exception
        {
            try { try { throw new ArgumentException(); } catch (T) { return true; } }
            catch { return false; }
        }
    }

    public static string Stack_trace_names_the_method()
    {
        try { Inner(); }
        catch (Exception e)
        {
            return Say(e.StackTrace!.Contains("Inner"), e.StackTrace.Contains("Exceptions.cs:line"),
                e.TargetSite!.Name.Contains("Inner"));
        }
        return "nothing";
        static void Inner() => throw new Exception();
    }

    public static string Catch_of_what_is_no_exception_variable()
    {
        try { throw null!; }
        catch (NullReferenceException) { return "null"; }
    }

    sealed class Closing(List<string> log, string name) : IDisposable
    {
        public void Dispose() => log.Add(name);
    }

    readonly struct Struct(List<string> log) : IDisposable
    {
        public void Dispose() => log.Add("struct");
    }

    class Own(int code) : Exception($"code {code}") { public int Code = code; }
}
