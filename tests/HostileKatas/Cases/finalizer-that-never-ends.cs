// hostile: a finalizer that never ends would keep all others from running -> the finalizer of Held
public static class Kata
{
    public static void Run()
    {
        Make();
        GC.Collect();
    }

    static void Make() => _ = new Held();

    sealed class Held
    {
        ~Held() { while (true) ; }
    }
}
