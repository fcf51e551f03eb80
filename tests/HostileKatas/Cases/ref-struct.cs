// hostile: a race through a ref field of a ref struct -> data race
public static class Kata
{
    ref struct Slot(ref int at)
    {
        readonly ref int at = ref at;

        public void Add() => at++;
    }

    static int count;

    public static void Run()
    {
        var worker = new Thread(Add);
        worker.Start();
        Add();
        worker.Join();
    }

    static void Add() => new Slot(ref count).Add();
}
