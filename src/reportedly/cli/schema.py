"""`reportedly schema`: the shape of the output."""

from reportedly.cli.talk import data


def schema() -> None:
    """Print the JSON Schema of everything Reportedly writes for other programs.

    Example: reportedly schema > reportedly.schema.json
    """
    import json

    from reportedly.publish.schema import schema as output_schema

    data(json.dumps(output_schema(), indent=2, ensure_ascii=False))
